import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Actor } from '#domain/actor';
import type { TranslationFacts, TranslationState } from '#domain/translation';

/** States a translation is asked for in; null is one that nobody has begun. */
export type AskedState = TranslationState | null;

/** Languages that no other test translates into. */
const languages = ['mt', 'is', 'rm', 'be'] as const;

/** The language of what one worker asks for, so that nobody else changes it. */
export function languageOf(worker: number): string {
  return languages[worker % languages.length] ?? 'mt';
}

type Which = { practiceId: string; language: string };

/** A translation of an example of the site under test, in a state, by a translator. Readers see nothing of it. */
export async function makeTranslation(
  pool: pg.Pool,
  { translator, language, state }: { translator: Actor; language: string; state: AskedState },
): Promise<Which & { facts: TranslationFacts }> {
  const translatorId = state === null || state === 'machine' ? null : translator.id;
  const { rows } = await pool.query<{ id: string }>(
    `select p.id from practice p
      where p.status = 'published' and p.original_language <> $1
        and not exists (select from practice_text x where x.practice_id = p.id and x.language = $1)
        and not exists (select from translation t where t.practice_id = p.id and t.language = $1)
      order by p.id limit 1`,
    [language],
  );
  const practiceId = rows[0]?.id ?? '';
  if (state !== null)
    await pool.query(
      `insert into translation (id, practice_id, language, state, fields, made_from, translator_id, machine, approved_as)
        values ($1, $2, $3, $4::"TextState", '{"title": "Titre"}', 1, $5, 'test', $6)`,
      [
        randomBytes(5).toString('hex'),
        practiceId,
        language,
        state,
        translatorId,
        ['approved', 'outdated'].includes(state) ? 1 : 0,
      ],
    );
  const practice = { cities: [], members: [] };
  return { practiceId, language, facts: { state, translator: translatorId, writers: [], practice } };
}

/** Whatever changes when something is done to it. */
export async function traceOfTranslation(pool: pg.Pool, { practiceId, language }: Which): Promise<string> {
  const { rows } = await pool.query(
    `select (select count(*) from practice_event where practice_id = $1 and data ->> 'language' = $2) as events,
      (select count(*) from practice_text where practice_id = $1 and language = $2) as texts,
      array(select row(t.*)::text from translation t where t.practice_id = $1 and t.language = $2) as translation,
      array(select row(s.*)::text from translation_save s join translation t on t.id = s.translation_id
        where t.practice_id = $1 and t.language = $2) as saves`,
    [practiceId, language],
  );
  return JSON.stringify(rows);
}

/** Takes it away, for the next who asks. */
export async function removeTranslation(pool: pg.Pool, { practiceId, language }: Which): Promise<void> {
  const which = [practiceId, language];
  await pool.query(
    `delete from translation_save where translation_id in
      (select id from translation where practice_id = $1 and language = $2)`,
    which,
  );
  await pool.query('delete from translation where practice_id = $1 and language = $2', which);
}
