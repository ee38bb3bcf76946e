import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '#generated/prisma/client';
import { env } from '#server/platform/env';

export type Database = PrismaClient;
/** What a command gets inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

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

/** A client on its own pool. Waits are bounded: a database that hangs must not hang the site. */
export function connectDatabase(connectionString: string, poolSize = 6): Database {
  const limits = {
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    // For a server that is there and says nothing: its own limits do not help then.
    query_timeout: 12_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
  };
  const adapter = new PrismaPg(
    { connectionString, max: poolSize, ...limits },
    { statementNameGenerator: statementName },
  );
  return new PrismaClient({ adapter });
}

const kept = globalThis as typeof globalThis & { catalogueDatabase?: Database; catalogueWatch?: pg.Pool };

/** The process's client, made at first use, so that a build needs no database; kept across reloads in development. */
export function database(): Database {
  kept.catalogueDatabase ??= connectDatabase(env().DATABASE_URL, env().DATABASE_POOL);
  return kept.catalogueDatabase;
}

/**
 * One more connection, for the one small read that nearly every request begins with: without an object mapper, which
 * would cost more than the read, and given up after a second.
 */
export function watchConnection(): pg.Pool {
  kept.catalogueWatch ??= connectWatch(env().DATABASE_URL);
  return kept.catalogueWatch;
}

/** Such a connection to a given database. */
function connectWatch(connectionString: string): pg.Pool {
  const limits = { connectionTimeoutMillis: 1_000, query_timeout: 1_000, statement_timeout: 1_000 };
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 30_000, ...limits });
  // A connection that the server ends while idle raises an event; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}
