import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { applyMigrations } from '#scripts/apply-migrations';
import { queryDatabase } from '#scripts/query-database';
import { diffMigrationsToSchema } from '#scripts/schema-engine';

const FIRST = '20261123180000_create_catalogue';

let name: string;
let url: string;
beforeEach(async () => {
  name = `empty_${randomBytes(8).toString('hex')}`;
  await queryDatabase(inject('databaseServer'), `create database ${name} template template0`);
  const address = new URL(inject('databaseServer'));
  address.pathname = `/${name}`;
  url = address.href;
});
afterEach(async () => {
  await queryDatabase(inject('databaseServer'), `drop database ${name} with (force)`);
});

test('an empty database gets every migration, and none a second time', async () => {
  expect(await applyMigrations(url)).toContain(FIRST);
  expect(await applyMigrations(url)).toEqual([]);
});

test('two processes at once take turns', async () => {
  const applied = await Promise.all([applyMigrations(url), applyMigrations(url)]);
  expect(applied.flat().filter((migration) => migration === FIRST)).toEqual([FIRST]);
});

test('a migration that a killed process left half noted is applied after all', async () => {
  await applyMigrations(url);
  // What such a process leaves: the note that it began, and nothing of the migration.
  await queryDatabase(url, 'create schema aside');
  await queryDatabase(url, 'alter table _prisma_migrations set schema aside');
  await queryDatabase(url, 'drop schema public cascade');
  await queryDatabase(url, 'alter schema aside rename to public');
  await queryDatabase(url, 'update _prisma_migrations set finished_at = null, applied_steps_count = 0');
  expect(await applyMigrations(url)).toContain(FIRST);
});

test('schema.prisma says what the migrations do', async () => {
  expect(await diffMigrationsToSchema(inject('databaseServer'))).toBe('');
});
