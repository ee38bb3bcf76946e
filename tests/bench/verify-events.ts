import { parseArgs } from 'node:util';
import { headText, tellBroken } from '#domain/audit-chain';
import { applyMigrations } from '#scripts/apply-migrations';
import { queryDatabase } from '#scripts/query-database';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';
import { verifyEvents } from '#server/audit/queries';
import { connectDatabase } from '#server/platform/db';

/**
 * How long it takes to write events of one statement into the chain, and to verify all of them. Goals: 10,000 written in
 * less than 2 s, 100,000 verified in 10 s. `node --conditions=react-server tests/bench/verify-events.ts [--count 100000]`.
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } });
const atOnce = 10_000;

/** An account's history, with what most events hold. */
const insertion = `
  insert into account_event (account_id, at, actor, kind, before, after, data)
  select 'account' || n % 1000, now(), 'editor0001', 'roles-changed', '{"roles": ["officer"]}',
    jsonb_build_object('roles', jsonb_build_array('officer', 'translator')), jsonb_build_object('count', n)
  from generate_series(1, $1::int) n`;

const postgres = await startThrowawayPostgres();
try {
  const url = postgres.url();
  await applyMigrations(url);
  const written: number[] = [];
  for (let left = Number(values.count); left > 0; left -= atOnce)
    written.push(await timed(() => queryDatabase(url, insertion, [Math.min(left, atOnce)])));
  const slowest = Math.max(...written);
  console.log(
    `${atOnce} events written by one statement in ${written.map((seconds) => seconds.toFixed(2)).join(', ')} s`,
  );
  const db = connectDatabase(url);
  let seconds = 0;
  try {
    seconds = await timed(async () => {
      const verified = await verifyEvents(undefined, db);
      if (!verified.ok) throw new Error(tellBroken(verified.broken));
      console.log(`head ${headText(verified.head)}`);
    });
  } finally {
    await db.$disconnect();
  }
  console.log(`${values.count} events verified in ${seconds.toFixed(2)} s`);
  if (slowest > 2 || seconds > 10) process.exitCode = 1;
} finally {
  await postgres.stop();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
