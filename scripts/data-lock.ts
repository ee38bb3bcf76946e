import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { endProcess, isRunning, markProcess } from './processes.ts';
import { hasCode, Refusal } from './refusal.ts';

const Mark = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
const Holder = z.object({ owner: Mark, stopping: z.boolean(), server: Mark.optional() });
type Holder = z.output<typeof Holder>;

export type DataLock = {
  /** Remembers the web server, so that the next start can end it if this process is killed. */
  rememberServer: (pid: number) => Promise<void>;
  /** Tells a waiting start that the folder will soon be free. */
  markStopping: () => Promise<void>;
  release: () => Promise<void>;
};

/** A killed start needs this long to notice and say that it is stopping. */
const SECONDS_TO_NOTICE = 1.5;
const SECONDS_TO_STOP = 40;

/**
 * Takes the data folder for this process, so that two starts never share one. What a killed start left running is
 * ended first. Throws a Refusal when another start is using the folder and not about to stop.
 */
export async function lockDataFolder(dataFolder: string): Promise<DataLock> {
  const file = path.join(dataFolder, 'running.json');
  await waitForHolder(file, dataFolder);
  const holder: Holder = { owner: await markProcess(process.pid), stopping: false };
  await writeHolder(file, holder);
  const update = (change: Partial<Holder>) => writeHolder(file, Object.assign(holder, change));
  return {
    rememberServer: async (pid) => update({ server: await markProcess(pid) }),
    markStopping: () => update({ stopping: true }),
    release: () => rm(file, { force: true }),
  };
}

async function waitForHolder(file: string, dataFolder: string): Promise<void> {
  for (const started = Date.now(); ; await setTimeout(100)) {
    const holder = await readHolder(file);
    if (!holder) return;
    if (!(await isRunning(holder.owner))) return endServer(holder);
    const seconds = (Date.now() - started) / 1000;
    if (seconds > (holder.stopping ? SECONDS_TO_STOP : SECONDS_TO_NOTICE)) {
      throw new Refusal(
        `${dataFolder} is in use by process ${holder.owner.pid}: stop it, or set DATA_DIR to another folder.`,
      );
    }
  }
}

/** Ends the web server that a killed process left running for this folder. */
export async function endLeftoverServer(dataFolder: string): Promise<void> {
  const holder = await readHolder(path.join(dataFolder, 'running.json'));
  if (holder) await endServer(holder);
}

async function endServer({ server }: Holder): Promise<void> {
  if (server && (await isRunning(server))) await endProcess(server.pid);
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return Holder.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function writeHolder(file: string, holder: Holder): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(holder));
  await rename(`${file}.new`, file);
}
