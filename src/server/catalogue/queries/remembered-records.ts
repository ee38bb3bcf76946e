import 'server-only';
import type { HeldPractice } from '#server/catalogue/queries/held-practices';
import type { CatalogueSnapshot } from '#server/catalogue/queries/snapshot';
import type { RecordSource } from '#server/practices/select';

/** Some 30 kB each, with the texts in all languages. */
const atMost = 300;

/** `as`: the practice as the catalogue held it then, or else the version of the whole catalogue. */
type Remembered = { source: RecordSource; as: HeldPractice | bigint };

const records = new Map<string, Remembered>();

/** Keeps what was read for the page of a practice, for when the database is away. The least recently read give way. */
export function rememberRecord(slug: string, source: RecordSource, snapshot: CatalogueSnapshot): void {
  const as = stateOf(source, snapshot);
  records.delete(slug);
  if (as !== undefined) records.set(slug, { source, as });
  const [oldest] = records.keys();
  if (records.size > atMost && oldest !== undefined) records.delete(oldest);
}

/** What was last read for the page, if nothing is known to have changed in the practice since. */
export function recallRecord(slug: string, snapshot: CatalogueSnapshot): RecordSource | null {
  const known = records.get(slug);
  return known && stateOf(known.source, snapshot) === known.as ? known.source : null;
}

function stateOf({ id }: RecordSource, { held, version }: CatalogueSnapshot): Remembered['as'] | undefined {
  return held ? held.get(id) : version;
}
