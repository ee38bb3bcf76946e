import pg from 'pg';
import type { FacetRow } from '#domain/facet-index';
import { loadCountryNames } from '#server/exchange/load-country-names';
import { connectDatabase } from '#server/platform/db';
import { fillSearch } from '#tests/bench/fill-search';
import { generateRows } from '#tests/bench/generated-rows';
import { generateText } from '#tests/bench/generated-texts';
import { vocabularyTables } from '#tests/bench/generated-vocabulary';
import { randomFrom } from '#tests/bench/random';

/** A column with the values of many rows. */
type Column = [name: string, type: string, values: unknown[]];

/** Practices that are sent in one go. */
const atOnce = 5_000;

/**
 * Fills an empty, migrated database with so many generated practices, in bulk: as the administrator, without the triggers
 * and foreign keys that hold whatever a person writes. Returns the seconds for the rows and for what is searched.
 */
export async function loadGenerated(adminUrl: string, count: number) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const began = performance.now();
    await client.query('set session_replication_role = replica');
    for (const [table, columns] of vocabularyTables()) await insert(client, table, columns);
    await addCountryNames(adminUrl);
    const waiting: FacetRow[] = [];
    for (const row of generateRows(count)) {
      waiting.push(row);
      if (waiting.length === atOnce) await insertPractices(client, waiting.splice(0));
    }
    await insertPractices(client, waiting);
    await client.query('analyze');
    const filled = performance.now();
    await fillSearch(client);
    await client.query('vacuum analyze');
    await client.query("select publish_change('{}', true)");
    return { rows: (filled - began) / 1000, search: (performance.now() - filled) / 1000 };
  } finally {
    await client.end();
  }
}

async function addCountryNames(url: string): Promise<void> {
  const db = connectDatabase(url, 1);
  await db.$transaction((tx) => loadCountryNames(tx)).finally(() => db.$disconnect());
}

async function insertPractices(client: pg.Client, rows: readonly FacetRow[]): Promise<void> {
  for (const [table, columns] of practiceTables(rows)) await insert(client, table, columns);
}

function practiceTables(rows: readonly FacetRow[]): [table: string, columns: Column[]][] {
  const texts = rows.flatMap(({ id, facets }) => {
    const random = randomFrom(Number.parseInt(id.slice(4), 36) % 2 ** 31);
    return facets.language.map((language) => ({ id, ...generateText(language, random) }));
  });
  const text = (name: keyof (typeof texts)[number]) => texts.map((one) => one[name]);
  return [
    [
      'practice',
      [
        ['id', 'text', rows.map(({ id }) => id)],
        ['status', '"PracticeStatus"', rows.map(() => 'published')],
        ['country', 'text', rows.map(({ facets }) => facets.country[0])],
        ['start_year', 'smallint', rows.map(({ years }) => years.start)],
        ['end_year', 'smallint', rows.map(({ years }) => years.end)],
        ['ongoing', 'boolean', rows.map(({ years }) => years.ongoing)],
        ['original_language', 'text', rows.map(({ facets }) => facets.language[0])],
        ['provenance', '"Provenance"', rows.map(() => 'city')],
        ['published_at', 'timestamptz', rows.map(({ id }) => publishedAt(id))],
        ['updated_at', 'timestamptz', rows.map(({ id }) => publishedAt(id))],
      ],
    ],
    [
      'practice_slug',
      [
        ['practice_id', 'text', rows.map(({ id }) => id)],
        ['slug', 'text', rows.map(({ id }) => `example-${id}`)],
      ],
    ],
    [
      'practice_text',
      [
        ['practice_id', 'text', text('id')],
        ['language', 'text', text('language')],
        ['title', 'text', text('title')],
        ['summary', 'text', text('summary')],
        ['purpose', 'text', text('purpose')],
        ['process', 'text', text('process')],
        ['impact', 'text', text('impact')],
      ],
    ],
    ['practice_city', linkColumns(rows, 'city', 'city_id')],
    ['practice_topic', linkColumns(rows, 'topic', 'topic_id')],
    ['practice_target_group', linkColumns(rows, 'group', 'target_group_id')],
  ];
}

function linkColumns(rows: readonly FacetRow[], facet: 'city' | 'topic' | 'group', column: string): Column[] {
  const links = rows.flatMap(({ id, facets }) =>
    facets[facet].map((value, position) => [id, value, position]),
  );
  return [
    ['practice_id', 'text', links.map(([id]) => id)],
    [column, 'text', links.map(([, value]) => value)],
    ['position', 'smallint', links.map(([, , position]) => position)],
  ];
}

/** Some time between 2019 and 2026, the same for the same practice. */
function publishedAt(id: string): string {
  const seconds = Number.parseInt(id.slice(-6), 36) % (7 * 365 * 86_400);
  return new Date(Date.UTC(2019, 0, 1) + seconds * 1000).toISOString();
}

/** Names of tables and columns stand in this file; values are parameters. */
async function insert(client: pg.Client, table: string, columns: readonly Column[]): Promise<void> {
  const names = columns.map(([name]) => `"${name}"`).join(', ');
  const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ');
  const values = columns.map(([, , column]) => column);
  await client.query(`insert into "${table}" (${names}) select * from unnest(${arrays})`, values);
}
