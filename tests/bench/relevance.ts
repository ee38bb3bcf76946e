import { randomBytes } from 'node:crypto';
import { applyMigrations } from '#scripts/apply-migrations';
import type { EmbeddedPostgres } from '#scripts/embedded-postgres';
import { connectDatabase } from '#server/platform/db';
import { executeOn } from '#tests/bench/bench-database';
import { loadRelevanceRecords } from '#tests/relevance/load-fixtures';
import {
  acrossLanguages,
  acrossLanguagesHeldOut,
  measureRelevance,
  querySets,
  type Relevance,
} from '#tests/relevance/measure';

/**
 * Prints recall@10 and precision@5 of each set of queries, over the repository's content and the fixtures, and gives the
 * lower of each.
 */
export async function benchRelevance(server: EmbeddedPostgres): Promise<Relevance> {
  const name = `bench_relevance_${randomBytes(4).toString('hex')}`;
  await executeOn(server.adminUrl(), `create database ${name}`);
  const db = connectDatabase(server.adminUrl(name));
  try {
    await applyMigrations(server.adminUrl(name));
    await loadRelevanceRecords(db);
    const measured: Relevance[] = [];
    for (const set of querySets) measured.push(await measureRelevance(db, set));
    await measureRelevance(db, acrossLanguages);
    await measureRelevance(db, acrossLanguagesHeldOut);
    return {
      queries: measured.reduce((sum, { queries }) => sum + queries, 0),
      recall: Math.min(...measured.map(({ recall }) => recall)),
      precision: Math.min(...measured.map(({ precision }) => precision)),
      failures: measured.flatMap(({ failures }) => failures),
    };
  } finally {
    await db.$disconnect();
    await executeOn(server.adminUrl(), `drop database ${name} with (force)`);
  }
}
