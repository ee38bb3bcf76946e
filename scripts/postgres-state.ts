import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { findFreePort, probePort } from './free-port.ts';
import { hasCode } from './refusal.ts';

const State = z.object({
  port: z.number().int(),
  /** Of `postgres`, who may do everything in the cluster; only this folder's scripts use it. */
  adminPassword: z.string(),
  /** Of `catalogue`, who owns the product's database and nothing else. */
  password: z.string(),
});

/** What has to be known to reach a cluster again. */
export type PostgresState = z.output<typeof State>;

/** What was kept in the file, or undefined where there is none or it was cut short. */
export async function readState(file: string): Promise<PostgresState | undefined> {
  try {
    return State.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Makes passwords and picks a port. Nothing is written yet. */
export async function createState(): Promise<PostgresState> {
  const drawPassword = () => randomBytes(24).toString('base64url');
  return { port: await findFreePort(), adminPassword: drawPassword(), password: drawPassword() };
}

/** Keeps the state for its owner's eyes only. The file is replaced whole, so a crash leaves the old or the new one. */
export async function writeState(file: string, state: PostgresState): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The kept port if it is free, so that addresses stay the same from start to start, else another. */
export async function choosePort(kept: number): Promise<number> {
  return (await probePort(kept, '127.0.0.1')) ?? (await findFreePort());
}
