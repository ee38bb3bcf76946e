import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askedFixture, askedRefused } from '#tests/support/asked-refused';
import { auditRefused } from '#tests/support/audit-refused';
import { commentsFixture, commentsRefused } from '#tests/support/comments-refused';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { peopleFixture, peopleRefused } from '#tests/support/people-and-submissions';
import { reviewFixture, reviewRefused } from '#tests/support/review-refused';
import { translationsFixture, translationsRefused } from '#tests/support/translations-refused';
import { careFixture, careRefused } from '#tests/support/vocabulary-and-links';
import { wishesFixture, wishesRefused } from '#tests/support/wishes-refused';

const PRACTICE = 'a1b2c3d4e5';

/** A published practice with everything around it, one row per table. */
const FIXTURE = `
  begin;
  insert into practice (id, status, country, original_language, provenance)
    values ('${PRACTICE}', 'published', 'IE', 'en', 'city'), ('0000000000', 'draft', 'PT', 'pt', 'city');
  insert into practice_slug (slug, practice_id) values ('harbour-walks', '${PRACTICE}');
  insert into practice_slug (slug, practice_id, current) values ('harbour-tours', '${PRACTICE}', false);
  insert into practice_text (practice_id, language, title) values ('${PRACTICE}', 'en', 'Harbour walks');
  insert into network (id) values ('ireland');
  insert into network_name values ('ireland', 'en', 'Ireland');
  insert into city (id, country, place_type, latitude, longitude) values ('cork', 'IE', 'city', 51.9, -8.5);
  insert into city_name values ('cork', 'ga', 'Corcaigh');
  insert into topic values ('housing', 0, 1);
  insert into topic_name values ('housing', 'en', 'Housing');
  insert into target_group values ('children', 0);
  insert into target_group_name values ('children', 'en', 'Children');
  insert into practice_city values ('${PRACTICE}', 'cork', 0);
  insert into practice_topic values ('${PRACTICE}', 'housing', 0);
  insert into practice_target_group values ('${PRACTICE}', 'children', 0);
  insert into practice_event (practice_id, actor, kind) values ('${PRACTICE}', 'content', 'published');
  ${peopleFixture}
  ${reviewFixture}
  ${commentsFixture}
  ${askedFixture}
  ${careFixture}
  ${wishesFixture}
  ${translationsFixture}
  commit`;

const refused: [rule: string, statement: string][] = [
  [
    'practice_id_format',
    `insert into practice (id, country, original_language, provenance) values ('A1', 'IE', 'en', 'city')`,
  ],
  ['practice_country_format', `update practice set country = 'ie'`],
  [
    'practice_original_language_format',
    `update practice set original_language = 'English' where status = 'draft'`,
  ],
  ['practice_start_year_range', `update practice set start_year = 1899`],
  ['practice_start_year_range', `update practice set start_year = 2201`],
  ['practice_end_year_range', `update practice set start_year = 2200, end_year = 2201`],
  ['practice_years_order', `update practice set start_year = 2011, end_year = 2010`],
  ['practice_years_order', `update practice set end_year = 2010`],
  ['practice_ongoing_without_end', `update practice set start_year = 2010, end_year = 2010, ongoing = true`],
  ['practice_sources_read_on_format', `update practice set sources_read_on = 'November 2026'`],
  ['practice_sources_read_on_format', `update practice set sources_read_on = '2026-13'`],
  ['practice_canonical_url_format', `update practice set canonical_url = 'javascript:alert(1)'`],
  ['practice_version_range', `update practice set version = 0`],
  ['practice_content_version_range', `update practice set content_version = 0`],
  [
    'practice_text_language_format',
    `insert into practice_text (practice_id, language, title) values ('${PRACTICE}', 'EN', 'x')`,
  ],
  ['practice_text_title_length', `update practice_text set title = E' \\n'`],
  ['practice_text_title_length', `update practice_text set title = repeat('x', 201)`],
  ['practice_text_summary_length', `update practice_text set summary = ''`],
  ['practice_text_summary_length', `update practice_text set summary = repeat('x', 401)`],
  ...[
    'purpose',
    'rationale',
    'process',
    'impact',
    'resources',
    'challenges',
    'transfer',
    'evidence',
    'references',
  ].map((section): [string, string] => [
    `practice_text_${section}_not_blank`,
    `update practice_text set "${section}" = E' \\t\\n'`,
  ]),
  [
    'practice_slug_format',
    `insert into practice_slug (slug, practice_id) values ('Harbour Walks', '0000000000')`,
  ],
  ['practice_slug_format', `insert into practice_slug (slug, practice_id) values ('a--b', '0000000000')`],
  [
    'practice_slug_format',
    `insert into practice_slug (slug, practice_id) values (repeat('x', 121), '0000000000')`,
  ],
  [
    'practice_slug_one_current',
    `insert into practice_slug (slug, practice_id) values ('a-second', '${PRACTICE}')`,
  ],
  ['practice_slug_one_current', `update practice_slug set current = true`],
  ['network_id_format', `insert into network values ('Réseau')`],
  ['city_id_format', `update city set id = 'Cork'`],
  ['city_country_format', `update city set country = 'i'`],
  ['city_latitude_range', `update city set latitude = 90.1`],
  ['city_latitude_range', `update city set latitude = 'NaN'`],
  ['city_longitude_range', `update city set longitude = -180.1`],
  ['city_geonames_id_range', `update city set geonames_id = 0`],
  ['topic_id_format', `update topic set id = ''`],
  ['topic_position_range', `update topic set position = -1`],
  ['topic_thread_range', `update topic set thread = 0`],
  ['topic_thread_range', `update topic set thread = 8`],
  ['target_group_id_format', `update target_group set id = 'Young people'`],
  ['target_group_position_range', `update target_group set position = -1`],
  ...['city', 'network', 'topic', 'target_group'].flatMap((table): [string, string][] => [
    [`${table}_name_language_format`, `update ${table}_name set language = 'e'`],
    [`${table}_name_name_not_blank`, `update ${table}_name set name = ' '`],
  ]),
  ['practice_city_position_range', `update practice_city set position = -1`],
  ['practice_topic_position_range', `update practice_topic set position = -1`],
  ['practice_target_group_position_range', `update practice_target_group set position = -1`],
  ['practice_id_unchanged', `update practice set id = 'zzzzzzzzzz' where id = '0000000000'`],
  ['practice_slug_unmoved', `update practice_slug set practice_id = '0000000000'`],
  ['practice_slug_unmoved', `update practice_slug set slug = 'elsewhere' where current`],
  ['practice_slug_undeleted', `delete from practice_slug where not current`],
  ['practice_slug_untruncated', `truncate practice_slug`],
  ['practice_event_append_only', `update practice_event set actor = 'nobody'`],
  ['practice_event_append_only', `delete from practice_event`],
  ['practice_event_untruncated', `truncate practice_event`],
  ['practice_slug_untruncated', `truncate practice cascade`],
  ['practice_published_has_slug', `update practice set status = 'published' where id = '0000000000'`],
  ['practice_published_has_slug', `update practice_slug set current = false`],
  [
    'practice_published_has_original',
    `update practice set original_language = 'ga' where status = 'published'`,
  ],
  ['practice_published_has_original', `update practice_text set language = 'ga'`],
  ['practice_published_has_original', `delete from practice_text`],
  ['catalogue_version_one_row', `insert into catalogue_version values (false)`],
  ['catalogue_version_range', `update catalogue_version set version = 0`],
  ...peopleRefused,
  ...reviewRefused,
  ...askedRefused,
  ...auditRefused,
  ...commentsRefused,
  ...careRefused,
  ...wishesRefused,
  ...translationsRefused,
];

const accepted: [what: string, statement: string][] = [
  ['years in order', `update practice set start_year = 1900, end_year = 2200`],
  ['an ongoing practice', `update practice set start_year = 2010, ongoing = true, end_year = null`],
  [
    'the longest title and summary',
    `update practice_text set title = repeat('é', 200), summary = repeat('é', 400)`,
  ],
  [
    'a language with a script',
    `insert into practice_text (practice_id, language, title) values ('${PRACTICE}', 'sr-Latn', 'x')`,
  ],
  [
    'another current address, in one transaction',
    `update practice_slug set current = false;
     update practice_slug set current = true where slug = 'harbour-tours'`,
  ],
  ['a published practice that leaves the catalogue', `update practice set status = 'archived'`],
  [
    'more history',
    `insert into practice_event (practice_id, actor, kind) values ('${PRACTICE}', 'content', 'edited')`,
  ],
];

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(FIXTURE);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Tries the statement with all deferred rules, and undoes it. Returns the rule that refused it. */
async function tryOut(statement: string): Promise<string | undefined> {
  await client.query('begin');
  try {
    await client.query(statement);
    await client.query('set constraints all immediate');
    return undefined;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint) return error.constraint;
    throw error;
  } finally {
    await client.query('rollback');
  }
}

test.each(refused)('%s refuses: %s', async (rule, statement) => {
  expect(await tryOut(statement)).toBe(rule);
});

test.each(accepted)('%s is accepted', async (_, statement) => {
  expect(await tryOut(statement)).toBeUndefined();
});

test('every rule by name has a case here', async () => {
  const rules = await client.query<{ name: string }>(
    `select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`,
  );
  const tried = new Set(refused.map(([rule]) => rule));
  expect(rules.rows.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
});

test('the catalogue begins at version 1', async () => {
  expect((await client.query('select "only", version from catalogue_version')).rows).toEqual([
    { only: true, version: '1' },
  ]);
});
