import 'server-only';
import { z } from 'zod';
import { shareNext } from '#lib/share-next';
import { watchConnection } from '#server/platform/db';
import { outageMark } from '#server/platform/outage';

const Rows = z.tuple([z.object({ version: z.string() })]);
const restMs = 1_000;

/** Nobody asks a database that was away before this time. */
let restUntil = 0;

/** What is public, as a text that changes with every change of it: the version, and the one of its words. In SQL. */
export const versionText = "version || '.' || vocabulary_version";

/**
 * What is public now, as a text that changes with every change of it. Null when the database does not say: then it is
 * left alone for a second, so that an outage costs a request in a second, not each one, its patience.
 */
export function publicVersion(now: Date): Promise<string | null> {
  return askUnlessAway(now, readShared);
}

/** A small read before a page is drawn, by the connection that is kept for these. Null when the database is away. */
export async function askUnlessAway<T>(now: Date, read: () => Promise<T>): Promise<T | null> {
  if (now.getTime() < restUntil || outageMark() % 2 === 1) return null;
  try {
    return await read();
  } catch {
    // Whoever reads more than this meets the same error, and logs it.
    restUntil = now.getTime() + restMs;
    return null;
  }
}

const readShared = shareNext(async () => {
  const text = `select ${versionText} as version from catalogue_version`;
  const { rows } = await watchConnection().query({ name: 'public-version', text });
  return Rows.parse(rows)[0].version;
});
