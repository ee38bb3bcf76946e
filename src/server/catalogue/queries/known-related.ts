import 'server-only';
import { findRelated } from '#domain/related';
import { readCandidates } from '#server/catalogue/queries/related-candidates';
import type { CatalogueSnapshot } from '#server/catalogue/queries/snapshot';
import type { Database } from '#server/platform/db';

/** Practices whose neighbours are kept, each in some hundred bytes. */
const atMost = 5_000;

/** What was found belongs to one state of the catalogue, and goes with it. */
const known = new WeakMap<CatalogueSnapshot, Map<string, Promise<readonly string[]>>>();

/**
 * Ids of the practices nearest to one, at most `limit`, the nearest first. Comparing takes longer than all else a record's
 * page reads, so it is done once for each state of the catalogue. Always asked with the same `limit`.
 */
export function nearestTo(
  db: Database,
  snapshot: CatalogueSnapshot,
  id: string,
  limit: number,
): Promise<readonly string[]> {
  const kept = known.get(snapshot) ?? new Map<string, Promise<readonly string[]>>();
  known.set(snapshot, kept);
  const found = kept.get(id) ?? compare(db, snapshot, id, limit);
  // What was asked for last is forgotten last; a failure is not kept.
  kept.delete(id);
  kept.set(id, found);
  found.catch(() => kept.delete(id));
  const [oldest] = kept.keys();
  if (kept.size > atMost && oldest !== undefined) kept.delete(oldest);
  return found;
}

async function compare(
  db: Database,
  snapshot: CatalogueSnapshot,
  id: string,
  limit: number,
): Promise<readonly string[]> {
  return findRelated(await readCandidates(db, snapshot, id), id, limit, snapshot.year);
}
