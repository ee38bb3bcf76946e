import 'server-only';
import { z } from 'zod';
import type { FacetRow } from '#domain/facet-index';
import { Prisma } from '#generated/prisma/client';
import type { Vocabulary } from '#server/catalogue/queries/vocabulary';
import type { Database } from '#server/platform/db';

/** A practice as the index takes it, and when it was published (seconds since 1970), for the order of the list. */
export type IndexRow = FacetRow & { publishedAt: number };

/** What became of practices since a version: those that are public now as they are, and those that are not any more. */
export type IndexChange = { rows: IndexRow[]; removedIds: string[] };

/** Few enough that neither side holds much at once, many enough that the way there and back does not count. */
const batchSize = 20_000;
const Batch = z.tuple([z.object({ lines: z.string() })]);
const text = z.string();
const truth = z.enum(['t', 'f']);
/** Id, published, country; first year, last year, ongoing, when published; cities, topics, groups, languages. */
const Fields = z.tuple([
  z.string().length(10),
  truth,
  z.string().length(2),
  text,
  text,
  truth,
  text,
  text,
  text,
  text,
  text,
]);

/** All public practices, by and by. */
export function readAllRows(db: Database, vocabulary: Vocabulary): AsyncGenerator<IndexChange> {
  return readBatches(db, vocabulary, Prisma.sql`status = 'published'`);
}

/** Practices that changed after a version, whatever they are now. */
export function readChangedRows(
  db: Database,
  vocabulary: Vocabulary,
  version: bigint,
): AsyncGenerator<IndexChange> {
  return readBatches(db, vocabulary, Prisma.sql`public_version > ${version}`);
}

/** Some practices: those of a statement that gives their ids. */
export async function readRowsOf(db: Database, vocabulary: Vocabulary, ids: Prisma.Sql): Promise<IndexRow[]> {
  const batches = readBatches(db, vocabulary, Prisma.sql`status = 'published' and id in (${ids})`);
  const found: IndexRow[] = [];
  for await (const { rows } of batches) found.push(...rows);
  return found;
}

/** In the order of their ids. The next batch is read while the caller is busy with one. */
async function* readBatches(
  db: Database,
  vocabulary: Vocabulary,
  which: Prisma.Sql,
): AsyncGenerator<IndexChange> {
  let lines = await readLines(db, which, '');
  while (lines.length > 0) {
    const last = lines.at(-1)?.slice(0, 10) ?? '';
    const next = lines.length === batchSize ? readLines(db, which, last) : Promise.resolve([]);
    // Whoever awaits it meets the error; until then nobody does, and Node would end the process.
    next.catch(() => {});
    yield toChange(lines, vocabulary);
    lines = await next;
  }
}

/**
 * One line of text a practice: for a million of them a tenth of the work of rows and columns, on both sides. Ids and
 * codes hold neither tabs nor spaces.
 */
async function readLines(db: Database, which: Prisma.Sql, after: string): Promise<string[]> {
  const rows = await db.$queryRaw`
    select coalesce(string_agg(concat_ws(E'\t', id, status = 'published', country,
      coalesce(start_year::text, ''), coalesce(end_year::text, ''), ongoing,
      coalesce(floor(extract(epoch from published_at))::bigint::text, ''),
      coalesce((select string_agg(city_id, ' ' order by position) from practice_city where practice_id = p.id), ''),
      coalesce((select string_agg(topic_id, ' ' order by position) from practice_topic where practice_id = p.id), ''),
      coalesce((select string_agg(target_group_id, ' ' order by position) from practice_target_group where practice_id = p.id), ''),
      coalesce((select string_agg(language, ' ' order by language) from practice_text
        where practice_id = p.id), '')), E'\n' order by id), '') as lines
    from (
      select * from practice where id > ${after} and ${which} order by id limit ${batchSize}
    ) p`;
  const [{ lines }] = Batch.parse(rows);
  return lines === '' ? [] : lines.split('\n');
}

function toChange(lines: readonly string[], vocabulary: Vocabulary): IndexChange {
  const change: IndexChange = { rows: [], removedIds: [] };
  const lists = remember(listOf);
  // Most practices share their cities and languages with others: each combination is read once.
  const placesOf = remember((cities) => describePlaces(listOf(cities), vocabulary));
  for (const line of lines) {
    const fields = Fields.parse(line.split('\t'));
    const [id, isPublic, country, start, end, ongoing, published, cities, topics, groups, languages] = fields;
    if (isPublic === 'f') {
      change.removedIds.push(id);
      continue;
    }
    change.rows.push({
      id,
      publishedAt: Number(published),
      years: { start: yearOf(start), end: yearOf(end), ongoing: ongoing === 't' },
      facets: {
        country: lists(country),
        topic: listOf(topics),
        group: listOf(groups),
        language: lists(languages),
        ...placesOf(cities),
      },
    });
  }
  return change;
}

/** Cities, and what follows from them. */
function describePlaces(city: readonly string[], { cities }: Vocabulary) {
  const places = city.flatMap((one) => cities.get(one) ?? []);
  return {
    city,
    place: [...new Set(places.map(({ type }) => type))],
    network: [...new Set(places.flatMap(({ networkId }) => networkId ?? []))],
  };
}

function listOf(words: string): string[] {
  return words === '' ? [] : words.split(' ');
}

/** The same function, which looks at each text once. */
function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
}

function yearOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
