import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { queryDatabase } from './query-database.ts';

type MigrationAdapter = { factory: SqlMigrationAwareDriverAdapterFactory; closeAll: () => Promise<void> };

/**
 * The schema engine's way to the database. Differs from Prisma's own adapter in three places where that one (7.10) is
 * wrong: it cuts a migration at every semicolon, also within a function; given an address it tries migrations out in
 * the very database of that address instead of the one it made for that; and it cannot read PostgreSQL's type "char",
 * which the engine asks for when it looks at constraints. A migration is sent whole, so PostgreSQL applies all of it
 * or nothing.
 */
export function createMigrationAdapter(connectionString: string): MigrationAdapter {
  const opened: SqlDriverAdapter[] = [];
  const keep = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting;
    opened.push(adapter);
    return adapter;
  };
  return {
    factory: {
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => keep(connect(connectionString)),
      connectToShadowDb: () => keep(connectToScratchDatabase(connectionString)),
    },
    closeAll: async () => {
      for (const adapter of opened) await adapter.dispose();
    },
  };
}

async function connectToScratchDatabase(connectionString: string): Promise<SqlDriverAdapter> {
  const database = `scratch_${randomUUID().replaceAll('-', '')}`;
  await queryDatabase(connectionString, `create database ${database} template template0`);
  const url = new URL(connectionString);
  url.pathname = `/${database}`;
  const dropDatabase = () =>
    queryDatabase(connectionString, `drop database if exists ${database} with (force)`);
  return connect(url.href, dropDatabase);
}

async function connect(
  connectionString: string,
  cleanUp?: () => Promise<unknown>,
): Promise<SqlDriverAdapter> {
  const factory = new PrismaPg({ connectionString, max: 2, connectionTimeoutMillis: 10_000 });
  const adapter = await factory.connect();
  let disposed = false;
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query) =>
      readCharColumns(await adapter.queryRaw({ ...query, sql: castCharColumns(query.sql) })),
    executeRaw: (query) => adapter.executeRaw(query),
    executeScript: (script) => executeWhole(adapter.underlyingDriver(), script),
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    dispose: async () => {
      if (disposed) return;
      disposed = true;
      await adapter.dispose();
      await cleanUp?.();
    },
  };
}

async function executeWhole(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code = '', severity = 'ERROR', message, detail, column, hint } = error;
    throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
  }
}

/** Columns of the type "char" in what the engine asks of PostgreSQL's catalogue. */
const CHAR_COLUMNS = ['constraint_type', 'confdeltype', 'confupdtype'];

function castCharColumns(sql: string): string {
  return sql
    .replace('constr.contype AS constraint_type', 'constr.contype::text AS constraint_type')
    .replaceAll(/\bcon\.(confdeltype|confupdtype),/g, 'con.$1::text AS $1,');
}

function readCharColumns(result: SqlResultSet): SqlResultSet {
  const columnTypes = result.columnTypes.map((type, index) =>
    CHAR_COLUMNS.includes(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}
