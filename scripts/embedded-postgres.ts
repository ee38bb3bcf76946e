import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Cluster, findReason, openCluster, prepareCluster, runAs } from './postgres-cluster.ts';
import { findRunningServer } from './postgres-process.ts';
import { choosePort, type PostgresState, writeState } from './postgres-state.ts';
import { queryDatabase } from './query-database.ts';
import { Refusal } from './refusal.ts';

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

/**
 * Makes the cluster in `<dataFolder>/postgres` where there is none, and starts it on 127.0.0.1. A server that a
 * killed start left running on it is taken over. Throws a Refusal when it cannot start.
 */
export async function startEmbeddedPostgres(dataFolder: string, options: Options): Promise<EmbeddedPostgres> {
  const folder = path.join(path.resolve(dataFolder), 'postgres');
  const cluster = await openCluster(folder, options.throwaway);
  const stateFile = path.join(path.resolve(dataFolder), 'postgres.json');
  const state = await prepareCluster(cluster, stateFile);
  const running = await findRunningServer(path.join(folder, 'cluster'));
  state.port = running?.port ?? (await choosePort(state.port));
  if (running === undefined) await startServer(cluster, state);
  const server = describeServer(cluster, state, running === undefined);
  try {
    await createOwner(server.adminUrl(), state);
    await writeState(stateFile, state);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
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
      '--timeout=300',
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
