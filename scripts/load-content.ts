import path from 'node:path';
import { Refusal } from './refusal.ts';
import { runScript } from './run-program.ts';
import { ROOT } from './settings.ts';

/** Loads the content folder into a migrated database. Returns the report; throws a Refusal when files need correcting. */
export async function loadContent(databaseUrl: string, signal?: AbortSignal): Promise<string> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const run = await runScript(path.join(ROOT, 'prisma', 'seed.ts'), [], { cwd: ROOT, env, signal });
  if (run.code !== 0)
    throw new Refusal('The content could not be loaded: the reasons stand above.', run.output);
  return run.output;
}
