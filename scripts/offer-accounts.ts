import path from 'node:path';
import { Refusal } from './refusal.ts';
import { runScript } from './run-program.ts';
import { ROOT, type Settings } from './settings.ts';

type Options = { databaseUrl: string; settings: Settings; signal: AbortSignal };

/**
 * With the embedded database, where nobody has an account yet: makes two for trying out and says how to sign in. On a
 * database of one's own nobody is let in whom its owner did not name.
 */
export async function offerAccounts({ databaseUrl, settings, signal }: Options): Promise<void> {
  if (settings.databaseUrl !== undefined) return;
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(settings.port) };
  const run = await runScript(path.join(ROOT, 'scripts', 'try-out-accounts.ts'), [], {
    cwd: ROOT,
    env,
    signal,
  });
  if (run.code !== 0) throw new Refusal('The accounts for trying out could not be made.', run.output);
  if (run.output.trim() !== '') console.log(run.output.trim());
}
