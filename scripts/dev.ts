import { spawn } from 'node:child_process';
import { NEXT } from './build-site.ts';
import { runCommand } from './command.ts';
import { offerAccounts } from './offer-accounts.ts';
import { openDatabase } from './open-database.ts';
import { endProcess } from './processes.ts';
import { Refusal } from './refusal.ts';
import { runWorker } from './run-worker.ts';
import { ROOT } from './settings.ts';

const ENDED = 'The development server has ended by itself: what it printed last stands above.';

/** `npm run dev`: the same database, and Next's development server, which shows every change at once. */
await runCommand(async ({ settings, signal, lock, onEnd }) => {
  const database = await openDatabase({ settings, signal, onEnd });
  signal.throwIfAborted();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    DATA_DIR: settings.dataFolder,
  };
  const child = spawn(process.execPath, [NEXT, 'dev', '--port', String(settings.port)], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined)
    throw new Refusal('The development server cannot be started: Next is not installed.');
  onEnd(() => endProcess(pid));
  await lock.rememberServer(pid);
  await offerAccounts({ databaseUrl: database.url, settings, signal });
  onEnd(runWorker({ databaseUrl: database.url, settings }));
  const ended = new Promise<string>((resolve) => child.once('exit', () => resolve(ENDED)));
  return { ended: [database.ended, ended] };
});
