import 'server-only';
import { z } from 'zod';
import { shareNext } from '#lib/share-next';
import { watchConnection } from '#server/platform/db';
import { outageMark } from '#server/platform/outage';

const Rows = z.tuple([z.object({ version: z.string() })]);
const restMs = 1_000;

/** Nobody asks a database that was away before this time. */
let restUntil = 0;

/**
 * What is public now, as a text that changes with every change of it. Null when the database does not say: then it is
 * left alone for a second, so that an outage costs a request in a second, not each one, its patience.
 */
export async function publicVersion(now: Date): Promise<string | null> {
  if (now.getTime() < restUntil || outageMark() % 2 === 1) return null;
  try {
    return await readShared();
  } catch {
    // Whoever reads more than the version meets the same error, and logs it.
    restUntil = now.getTime() + restMs;
    return null;
  }
}

/** The whole row, whatever versions it counts. */
const readShared = shareNext(async () => {
  const { rows } = await watchConnection().query({
    name: 'public-version',
    text: 'select catalogue_version::text as version from catalogue_version',
  });
  return Rows.parse(rows)[0].version;
});
