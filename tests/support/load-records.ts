import type { Content } from '#domain/content';
import { loadContent } from '#server/exchange/load-content';
import { readContent } from '#server/exchange/read-content';
import type { Database } from '#server/platform/db';

/** Loads the records of the repository's content that are asked for, with all vocabularies. */
export async function loadRecords(db: Database, keep: (practice: Content['practices'][number]) => boolean) {
  const read = await readContent('content');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const content = { ...read.content, practices: read.content.practices.filter(keep) };
  const result = await loadContent({ db, content, now: new Date('2026-11-23T12:00:00Z') });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}
