import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { endProcess } from './processes.ts';
import { scriptOptions } from './run-program.ts';
import { ROOT, type Settings } from './settings.ts';

type Options = { databaseUrl: string; settings: Settings; quiet?: boolean };

const LONGEST_PAUSE = 30_000;

/**
 * Starts the worker, and starts it again whenever it ends by itself: after a second, and with longer pauses while it keeps
 * ending. It notices when this process is killed, and ends then. Returns what ends it.
 */
export function runWorker({ databaseUrl, settings, quiet = false }: Options): () => Promise<void> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATA_DIR: settings.dataFolder,
    PORT: String(settings.port),
  };
  const file = path.join(ROOT, 'scripts', 'work.ts');
  const output = quiet ? 'ignore' : 'inherit';
  let child: ChildProcess;
  let timer: NodeJS.Timeout | undefined;
  let isStopping = false;
  let pause = 1_000;
  const start = () => {
    const startedAt = Date.now();
    // In a session of its own: a Ctrl-C reaches this process alone, which then stops the worker before the database.
    child = spawn(process.execPath, [...scriptOptions, file], {
      cwd: ROOT,
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    child.on('exit', () => {
      if (isStopping) return;
      pause = Date.now() - startedAt > 60_000 ? 1_000 : Math.min(pause * 2, LONGEST_PAUSE);
      if (!quiet) console.error('The worker, which sends mails, has ended by itself and is started again.');
      timer = setTimeout(start, pause);
    });
  };
  start();
  return async () => {
    isStopping = true;
    clearTimeout(timer);
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      await endProcess(child.pid);
  };
}
