import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#generated/prisma/client';
import { whileThere } from '#server/platform/database-watch';
import { env } from '#server/platform/env';

export type Database = PrismaClient;
/** What a command gets inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** Waits are bounded: a database that hangs must not hang the site. */
const limits = {
  connectionTimeoutMillis: 2_000,
  idleTimeoutMillis: 30_000,
  statement_timeout: 10_000,
  // For a server that is there and says nothing: its own limits do not help then.
  query_timeout: 12_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
};

/** A client on its own pool. */
export function connectDatabase(connectionString: string, poolSize = 6): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: poolSize, ...limits }) });
}

const kept = globalThis as typeof globalThis & { catalogueDatabase?: Database };

/**
 * The process's client, made at first use, so that a build needs no database; kept across reloads in development. What is
 * asked of it fails within two seconds when the database is away, and at once when that is known.
 */
export function database(): Database {
  kept.catalogueDatabase ??= new PrismaClient({ adapter: watchedAdapter() });
  return kept.catalogueDatabase;
}

function watchedAdapter(): PrismaPg {
  return new WatchedAdapter({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL, ...limits });
}

class WatchedAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.queryRaw = (query) => whileThere(() => queryRaw(query));
    adapter.executeRaw = (query) => whileThere(() => executeRaw(query));
    adapter.startTransaction = (level) => whileThere(() => startTransaction(level));
    return adapter;
  }
}
