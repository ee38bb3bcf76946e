import 'server-only';
import { z } from 'zod';
import { shareNext } from '#lib/share-next';
import { askWatch } from '#server/platform/database-watch';

const Rows = z.tuple([z.object({ version: z.string() })]);

/** What is public, as a text that changes with every change of it: the version, and the one of its words. In SQL. */
export const versionText = "version || '.' || vocabulary_version";

/** What is public now, as a text that changes with every change of it. Null when the database does not say. */
export function publicVersion(): Promise<string | null> {
  // Whoever reads more than the version meets the same error.
  return readShared().catch(() => null);
}

const readShared = shareNext(async () => {
  const text = `select ${versionText} as version from catalogue_version`;
  return Rows.parse(await askWatch({ name: 'public-version', text }))[0].version;
});
