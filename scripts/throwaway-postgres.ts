import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endLeftoverServer } from './data-lock.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { findRunningServer } from './postgres-process.ts';
import { isAlive, waitForEnd } from './processes.ts';

/** `folder` is there for whatever else belongs to this run; it goes with the server. */
export type ThrowawayPostgres = EmbeddedPostgres & { folder: string };

const PREFIX = 'intercultural-practices-';

/**
 * Starts a PostgreSQL of its own in a temporary folder, fast and forgetful. `stop` deletes the folder as well. What a
 * killed process left of this kind is swept away first.
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  await sweepLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Another account runs the server when we are root, and has to pass through.
  await chmod(folder, 0o711);
  try {
    const server = await startEmbeddedPostgres(folder, { throwaway: true });
    const stop = async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    };
    return { ...server, folder, stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Ends and deletes what killed processes of this kind left behind. */
export async function sweepLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    const folder = path.join(tmpdir(), name);
    if (pid && !isAlive(Number(pid)) && (await stat(folder)).uid === process.getuid?.()) await sweep(folder);
  }
}

async function sweep(folder: string): Promise<void> {
  await endLeftoverServer(folder);
  const running = await findRunningServer(path.join(folder, 'postgres', 'cluster'));
  if (running) {
    process.kill(running.pid, 'SIGQUIT');
    await waitForEnd(running.pid, 10);
  }
  await rm(folder, { recursive: true, force: true });
}
