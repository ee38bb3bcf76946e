import { randomBytes } from 'node:crypto';
import { queryDatabase } from '#scripts/query-database';

const run = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);
const draw = () => randomBytes(5).toString('hex');

export const originalText = {
  title: 'Tea at the harbour',
  summary: 'Neighbours of the harbour drink tea together once a week.',
  purpose:
    'To let people meet who pass each other every day.\n\nThe city wanted **one evening a week** on which nobody has to explain why they came.',
  process:
    '- The library opened its doors.\n- Volunteers brought [tea](https://example.org/tea).\n- Everybody stayed.',
  impact: 'Some 80 neighbours came in the first year.',
};
export const frenchText = {
  title: 'Le thé au port',
  summary: 'Les voisins du port boivent le thé ensemble une fois par semaine.',
  purpose:
    'Permettre de se rencontrer à des gens qui se croisent chaque jour.\n\nLa ville voulait **un soir par semaine** où personne n’a à expliquer pourquoi il est venu.',
  process:
    '- La bibliothèque a ouvert ses portes.\n- Des bénévoles ont apporté du [thé](https://example.org/tea).\n- Tout le monde est resté.',
  impact: 'Quelque 80 voisins sont venus la première année.',
};

/** Adds a published example in English to the site under test; returns its id and slug. */
export async function addOriginal(title: string): Promise<{ id: string; slug: string }> {
  const id = draw();
  const slug = `tea-${id}`;
  await run(
    `with p as (insert into practice (id, status, country, original_language, provenance, start_year, published_at)
        values ($1, 'published', 'PT', 'en', 'city', 2019, now()) returning id),
      s as (insert into practice_slug (slug, practice_id) select $2, id from p),
      c as (insert into practice_city (practice_id, city_id, position)
        select p.id, city.id, 0 from p, city where city.country = 'PT' order by city.id limit 1)
    insert into practice_text (practice_id, language, title) select id, 'en', $3 from p`,
    [id, slug, title],
  );
  await publishOriginal(id, { ...originalText, title });
  return { id, slug };
}

/** Gives the original of an example another text, as the publication of a revision does. */
export async function publishOriginal(id: string, fields: Partial<typeof originalText>): Promise<void> {
  for (const [name, text] of Object.entries(fields))
    await run(`update practice_text set "${name}" = $2 where practice_id = $1 and language = 'en'`, [
      id,
      text,
    ]);
  await run(`select keep_versions(array[$1], 'content', now())`, [id]);
  await run(
    `with x as (update practice_text set state = 'outdated' where practice_id = $1 and language <> 'en')
      update translation set state = 'outdated' where practice_id = $1 and state = 'approved'`,
    [id],
  );
  await run('select refresh_search(array[$1])', [id]);
  await run('select publish_change(array[$1])', [id]);
}

type Translation = {
  practiceId: string;
  language: string;
  state: 'machine' | 'draft' | 'ready';
  /** The account that translates it; nobody where a machine did. */
  translator?: string;
  fields: Partial<typeof originalText>;
  returnedFor?: string;
};

/** Adds a translation as it is worked on, made from the first version of the original. */
export async function addTranslation({ practiceId, language, state, ...more }: Translation): Promise<void> {
  const { translator = null, fields, returnedFor = '' } = more;
  await run(
    `insert into translation (id, practice_id, language, state, fields, version, made_from, translator_id, machine, returned_for)
      values ($1, $2, $3, $4::"TextState", $5, 2, 1, $6, $7, $8)`,
    [
      ...[draw(), practiceId, language, state, JSON.stringify(fields), translator],
      ...[state === 'machine' ? 'libretranslate' : null, returnedFor],
    ],
  );
}

/** Gives readers a text in another language, made from the first version of the original. */
export async function addPublicText(
  practiceId: string,
  language: string,
  fields: typeof originalText,
): Promise<void> {
  const { title, summary, purpose, process, impact } = fields;
  await run(
    `insert into practice_text (practice_id, language, state, made_from, title, summary, purpose, process, impact)
      values ($1, $2, 'approved', 1, $3, $4, $5, $6, $7)`,
    [practiceId, language, title, summary, purpose, process, impact],
  );
  await run('select publish_change(array[$1])', [practiceId]);
}
