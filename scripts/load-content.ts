import path from 'node:path';
import { z } from 'zod';
import { fingerprint } from './fingerprint.ts';
import { queryDatabase } from './query-database.ts';
import { hasCode, Refusal } from './refusal.ts';
import { runScript } from './run-program.ts';
import { ROOT } from './settings.ts';

/** The files, and the code that decides what becomes of them. */
const SOURCES = [
  'content',
  'prisma/seed.ts',
  'src/server/exchange',
  'src/domain',
  'src/lib',
  'package-lock.json',
];

const Rows = z.array(z.object({ note: z.string().nullable() }));

/**
 * Loads the content folder into a migrated database and returns the report, or undefined where this very content was
 * the last one loaded: the database itself notes which that was. Throws a Refusal when files need correcting.
 */
export async function loadContent(databaseUrl: string, signal?: AbortSignal): Promise<string | undefined> {
  const note = `Loaded from content ${await fingerprint(ROOT, SOURCES)}`;
  const rows = await queryDatabase(
    databaseUrl,
    `select obj_description('catalogue_version'::regclass) as note`,
  );
  if (Rows.parse(rows)[0]?.note === note) return undefined;
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const run = await runScript(path.join(ROOT, 'prisma', 'seed.ts'), [], { cwd: ROOT, env, signal });
  if (run.code !== 0) {
    throw new Refusal('The content could not be loaded: the reasons stand above.', run.output);
  }
  await keepNote(databaseUrl, note);
  return run.output;
}

/** Only the owner of the table may note it down; for anyone else the content is simply read again next time. */
async function keepNote(databaseUrl: string, note: string): Promise<void> {
  try {
    await queryDatabase(databaseUrl, `comment on table catalogue_version is '${note}'`);
  } catch (error) {
    if (!hasCode(error, '42501')) throw error;
  }
}
