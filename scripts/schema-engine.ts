import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { createMigrationAdapter } from './migration-adapter.ts';

const PRISMA = fileURLToPath(new URL('../prisma/', import.meta.url));
const SCHEMA = path.join(PRISMA, 'schema.prisma');

/** Where migrations lie, each in a folder of its own named `<yyyymmddhhmmss>_<name>`. */
export const MIGRATIONS = path.join(PRISMA, 'migrations');

/** No table and no enum of the database is managed by anyone else. */
const NO_FILTER = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

/**
 * Runs some work with Prisma's own schema engine, as WebAssembly. The engine takes a lock of its own on a connection
 * and leaves it open, so all its connections are closed here.
 */
async function withEngine<Result>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= loadModule();
  await loaded;
  const { factory, closeAll } = createMigrationAdapter(connectionString);
  const datamodels: [string, string][] = [[SCHEMA, await readFile(SCHEMA, 'utf8')]];
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, adapter);
    return await work(engine).finally(() => engine.free());
  } finally {
    await closeAll();
  }
}

async function loadModule(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = new WebAssembly.Module(await readFile(file.replace(/\.js$/, '.wasm')));
  const imports = { ...bindings, ...unrefTimers() };
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': imports });
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: throwPanic } });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
}

/** The engine never clears the timers of its time limits; they must not keep a process alive that is otherwise done. */
function unrefTimers(): WebAssembly.ModuleImports {
  const startTimer = (callback: () => void, milliseconds: number) =>
    setTimeout(callback, milliseconds).unref();
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout'));
  return Object.fromEntries(names.map((name) => [name, startTimer]));
}

function throwPanic(message: string): never {
  throw new Error(`Prisma's schema engine gave up: ${message}`);
}

/**
 * Applies what the database lacks, in order. Returns the names applied; an edited or failing migration throws. One
 * that was cut short by a killed process is tried again: it was sent whole, so nothing of it remained.
 */
export async function applyWithEngine(connectionString: string): Promise<string[]> {
  const input = { migrationsList: await readMigrations(), filters: NO_FILTER };
  return withEngine(connectionString, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false });
    for (const migrationName of history.failedMigrationNames)
      await engine.markMigrationRolledBack({ migrationName });
    return (await engine.applyMigrations(input)).appliedMigrationNames;
  });
}

/**
 * The SQL that leads from the migrations to schema.prisma; empty when they agree. The migrations are tried out in a
 * database that is made for it and dropped, so the user of this address must be allowed to create databases.
 */
export async function diffMigrationsToSchema(adminConnectionString: string): Promise<string> {
  const schema = { path: SCHEMA, content: await readFile(SCHEMA, 'utf8') };
  const migrations = await readMigrations();
  return withEngine(adminConnectionString, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout?.includes('-- This is an empty migration.') ? '' : (stdout ?? '');
  });
}

async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const readContent = (name: string) => readFile(path.join(MIGRATIONS, name, 'migration.sql'), 'utf8');
  return {
    baseDir: MIGRATIONS,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(MIGRATIONS, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readContent(name) },
        },
      })),
    ),
  };
}
