import { randomBytes } from 'node:crypto';
import type pg from 'pg';

/** What translators work on, each in a language of its own, so that none of it is taken for words of the site. */
const texts = {
  pt: {
    title: 'O cartão da cidade para todas as pessoas que vivem em Zurique',
    summary: 'Um cartão com o qual todas as pessoas que vivem na cidade podem usar os seus serviços.',
  },
  it: {
    title: 'La tessera della città per tutte le persone che vivono a Zurigo',
    summary: 'Una tessera con la quale tutte le persone che vivono in città possono usare i suoi servizi.',
    purpose: 'Perché tutte le persone che vivono in città possano dire chi sono, anche senza documenti.',
  },
  de: {
    title: 'Der Ausweis der Stadt für alle Menschen, die in Zürich leben',
    summary: 'Ein Ausweis, mit dem alle Menschen in der Stadt deren Dienste in Anspruch nehmen können.',
  },
};
const asked = 'Il titolo è ancora troppo lungo, e nella sintesi manca chi può avere la tessera.';

type Who = { slug: string; translator: string; other: string };

/**
 * Translations of a record in every state: a draft of the translator that came back, one of the other that waits for
 * approval where readers have a text already, and a machine's. Returns the id of the record.
 */
export async function addTranslations(pool: pg.Pool, { slug, translator, other }: Who): Promise<string> {
  const { rows } = await pool.query('select practice_id as id from practice_slug where slug = $1', [slug]);
  const id = String(rows[0]?.id);
  const add = (language: keyof typeof texts, state: string, who: string | null) =>
    pool.query(
      `insert into translation (id, practice_id, language, state, fields, made_from, translator_id, machine, returned_for)
        values ($1, $2, $3, $4::"TextState", $5, 1, $6, $7, $8)`,
      [
        ...[randomBytes(5).toString('hex'), id, language, state, JSON.stringify(texts[language]), who],
        ...[who === null ? 'deepl' : null, state === 'draft' ? asked : ''],
      ],
    );
  await add('pt', 'draft', translator);
  await add('it', 'ready', other);
  await add('de', 'machine', null);
  await pool.query(
    `insert into practice_text (practice_id, language, state, made_from, title, summary)
      values ($1, 'it', 'outdated', 1, $2, $3)`,
    [id, texts.it.title, 'Una tessera con la quale tutti possono usare i servizi che la città offre.'],
  );
  await pool.query(
    `insert into practice_event (practice_id, actor, kind, before, after, data)
      values ($1, $2, 'translation-returned', '{"state": "ready"}', '{"state": "draft"}', $3)`,
    [id, other, JSON.stringify({ language: 'pt', because: asked })],
  );
  return id;
}
