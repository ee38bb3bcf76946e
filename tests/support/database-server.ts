import type { TestProject } from 'vitest/node';
import { applyMigrations } from '#scripts/apply-migrations';
import { queryDatabase } from '#scripts/query-database';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: Vitest's interface is extended by declaring it again.
  export interface ProvidedContext {
    /** Address of the throw-away server, for who may create databases. */
    databaseServer: string;
  }
}

/** Name of the migrated, empty database that each test's own is copied from. */
export const TEMPLATE = 'template_catalogue';

/** Before all database tests: a PostgreSQL of their own. After them: nothing of it remains. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres();
  try {
    await queryDatabase(server.adminUrl(), `create database ${TEMPLATE}`);
    await applyMigrations(server.adminUrl(TEMPLATE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('databaseServer', server.adminUrl());
  return server.stop;
}
