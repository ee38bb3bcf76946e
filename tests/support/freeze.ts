import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { findRunningServer } from '#scripts/postgres-process';
import { readProcess } from '#scripts/processes';

/** Stops a throw-away PostgreSQL as a network that swallows everything would: connections stand, and nobody answers. */
export async function freezeServer(folder: string): Promise<() => void> {
  const server = await findRunningServer(path.join(folder, 'postgres', 'cluster'));
  if (!server) throw new Error('There is no server to freeze.');
  // The one that makes new processes first.
  const frozen = [server.pid];
  process.kill(server.pid, 'SIGSTOP');
  for (const name of await readdir('/proc')) {
    const parent = /^\d+$/.test(name) && (await parentOf(Number(name)));
    if (parent !== server.pid) continue;
    process.kill(Number(name), 'SIGSTOP');
    frozen.push(Number(name));
  }
  return () => {
    for (const pid of frozen.splice(0)) process.kill(pid, 'SIGCONT');
  };
}

async function parentOf(pid: number): Promise<number> {
  const fields = (await readProcess(pid, 'stat'))?.replace(/^.*\) /s, '').split(' ');
  return Number(fields?.[1]);
}
