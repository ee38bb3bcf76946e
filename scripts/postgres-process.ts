import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive, readProcess } from './processes.ts';

/**
 * The server that already runs on this cluster, left behind by a start that was killed; undefined if none. A
 * postmaster.pid whose process is gone, or whose number now belongs to another program, is removed: PostgreSQL itself
 * would take any living process of the same account for the server.
 */
export async function findRunningServer(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n').map(Number);
  if (pid && port && (await isServerOf(pid, cluster))) return { pid, port };
  await rm(file, { force: true });
  return undefined;
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid);
  return (await readProcess(pid, 'cmdline'))?.split('\0').includes(cluster) ?? false;
}
