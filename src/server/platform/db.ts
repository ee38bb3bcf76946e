import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#generated/prisma/client';
import { env } from '#server/platform/env';

export type Database = PrismaClient;
/** What a command gets inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** A client on its own pool. Waits are bounded: a database that hangs must not hang the site. */
export function connectDatabase(connectionString: string, poolSize = 6): Database {
  const adapter = new PrismaPg({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 10_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  return new PrismaClient({ adapter });
}

const kept = globalThis as typeof globalThis & { catalogueDatabase?: Database };

/** The process's client, made at first use, so that a build needs no database; kept across reloads in development. */
export function database(): Database {
  kept.catalogueDatabase ??= connectDatabase(env().DATABASE_URL, env().DATABASE_POOL);
  return kept.catalogueDatabase;
}
