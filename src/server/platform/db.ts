import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '#generated/prisma/client';
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

const names = new Map<string, string>();

/**
 * Stands first in a statement that takes longer to plan than to run: each connection then prepares it once. For
 * statements of few different texts, since what is prepared stays as long as its connection.
 */
export const prepared = Prisma.sql`/* prepared */`;

/** The name of a statement that is to be prepared; without one it is not. */
function statementName({ sql }: { sql: string }): string {
  if (!sql.startsWith('/* prepared */')) return '';
  const name = names.get(sql) ?? `prepared-${names.size}`;
  names.set(sql, name);
  return name;
}

/** A client on its own pool. */
export function connectDatabase(connectionString: string, poolSize = 6): Database {
  const settings = { connectionString, max: poolSize, ...limits };
  return new PrismaClient({ adapter: new PrismaPg(settings, { statementNameGenerator: statementName }) });
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
  const settings = { connectionString: env().DATABASE_URL, max: env().DATABASE_POOL, ...limits };
  return new WatchedAdapter(settings, { statementNameGenerator: statementName });
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
