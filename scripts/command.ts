import { mkdir } from 'node:fs/promises';
import { type DataLock, lockDataFolder } from './data-lock.ts';
import { explainFailure } from './explain.ts';
import { probePort } from './free-port.ts';
import { hasCode, Refusal } from './refusal.ts';
import { readSettings, type Settings } from './settings.ts';
import { listenForStop } from './stop-signal.ts';

export type Command = {
  settings: Settings;
  /** Aborts when the command is asked to stop. */
  signal: AbortSignal;
  lock: DataLock;
  /** Keeps what has to be done before the process ends; the last one given is done first. */
  onEnd: (cleanUp: () => Promise<void>) => void;
};

/** What the command started, once it is ready. Each settles with a sentence when it ends by itself. */
type Serving = { ended: readonly (Promise<string> | undefined)[] };

/**
 * Runs a command that serves until it is asked to stop, and ends the process: with 0 when asked, with 1 and one
 * sentence when something failed or ended by itself. Nothing that was started is left running.
 */
export async function runCommand(work: (command: Command) => Promise<Serving>): Promise<never> {
  const signal = listenForStop();
  const cleanUps: (() => Promise<void>)[] = [];
  let dataFolder: string | undefined;
  const fail = async (error: unknown) => {
    if (error instanceof Refusal && error.details) console.error(error.details.trimEnd());
    console.error(await explainFailure(error, dataFolder));
    return 1;
  };
  const run = async () => {
    const settings = readSettings(process.env);
    dataFolder = settings.dataFolder;
    await mkdir(dataFolder, { recursive: true });
    const lock = await lockDataFolder(dataFolder);
    cleanUps.push(lock.release);
    signal.addEventListener('abort', () => void lock.markStopping().catch(() => {}));
    await requirePort(settings.port);
    const { ended } = await work({ settings, signal, lock, onEnd: (cleanUp) => cleanUps.push(cleanUp) });
    const endings = ended.filter((promise) => promise !== undefined);
    const sentence = await Promise.race([...endings, waitForAbort(signal)]);
    if (sentence) throw new Refusal(sentence);
  };
  let code = await run().then(
    () => 0,
    (error) => (signal.aborted ? 0 : fail(error)),
  );
  for (const cleanUp of cleanUps.reverse())
    await cleanUp().catch(async (error) => (code = await fail(error)));
  process.exit(code);
}

function waitForAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}

/** Looked at before the long steps, so that nobody waits for a build to learn that the port is taken. */
async function requirePort(port: number): Promise<void> {
  try {
    if (await probePort(port)) return;
  } catch (error) {
    if (!hasCode(error, 'EACCES')) throw error;
    throw new Refusal(`Port ${port} is kept for administrators: choose another one, for example PORT=3000.`);
  }
  throw new Refusal(
    `Port ${port} is in use by another program: stop it, or choose another port, for example PORT=${port + 1}.`,
  );
}
