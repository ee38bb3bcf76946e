import { drawId } from '#lib/draw-id';
import { queryDatabase } from '#scripts/query-database';
import { createPerson, drawEmail } from '#tests/support/sign-in';

const onSite = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

/** Publishes a second version of an example, with a paragraph more in its original; a translation says the first one still. */
export async function outdateTranslation(slug: string, language: string): Promise<void> {
  await onSite(
    `with one as (select p.id, p.original_language as original from practice_slug s
        join practice p on p.id = s.practice_id where s.slug = $1),
      written as (update practice_text t set purpose = t.purpose || E'\\n\\nIn 2025, 240 people took part.'
        from one where t.practice_id = one.id and t.language = one.original)
    update practice_text t set state = 'outdated' from one where t.practice_id = one.id and t.language = $2`,
    [slug, language],
  );
  await onSite(
    `select keep_versions(array[practice_id], 'someone001', now(), null, 'Figures for 2025')
      from practice_slug where slug = $1`,
    [slug],
  );
  await announce(slug);
}

/** Keeps what a machine made of the first version of an example. */
export async function addMachineDraft(
  slug: string,
  language: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await onSite(
    `insert into translation (id, practice_id, language, state, machine, made_from, fields)
      select $2, practice_id, $3, 'machine', 'deepl', 1, $4 from practice_slug where slug = $1`,
    [slug, drawId(), language, JSON.stringify(fields)],
  );
  await announce(slug);
}

/** Somebody begins to work on it. */
export async function takeUpDraft(slug: string, language: string): Promise<void> {
  const translator = await createPerson({ email: drawEmail('translator'), roles: ['translator'] });
  await onSite(
    `update translation set state = 'draft', translator_id = $3 where language = $2
      and practice_id = (select practice_id from practice_slug where slug = $1)`,
    [slug, language, translator],
  );
  await announce(slug);
}

function announce(slug: string) {
  return onSite('select publish_change(array[practice_id]) from practice_slug where slug = $1', [slug]);
}
