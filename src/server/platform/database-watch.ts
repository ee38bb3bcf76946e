import 'server-only';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { shareNext } from '#lib/share-next';
import { env } from '#server/platform/env';
import { log } from '#server/platform/log';
import { beginOutage, endOutage, isAway } from '#server/platform/outage';

/**
 * How long the smallest question may take, and how long a read may before that question is asked. Two times this is what
 * an outage costs the requests it surprises, three times those under way; those after them it costs nothing.
 */
const patienceMs = 600;
/** How often a database that is away is asked whether it is back. */
const restMs = 1_000;

/** The proxy and the pages are built apart, and share one process. */
const kept = globalThis as typeof globalThis & {
  catalogueWatch?: pg.Pool;
  catalogueReads?: Set<(error: Error) => void>;
};

/**
 * Asks by a connection of its own, without an object mapper, which would cost more than the small read that nearly every
 * request begins with. Fails at once while the database is away; a failure here is what being away means.
 */
export async function askWatch(query: pg.QueryConfig): Promise<unknown[]> {
  if (isAway()) throw awayError();
  try {
    return (await askTwice(query)).rows;
  } catch (error) {
    declareAway(error);
    throw error;
  }
}

/** Whether the database answers now. Asked by many at once, it is asked once. */
export const databaseAnswers: () => Promise<boolean> = shareNext(() =>
  askWatch({ text: 'select 1' }).then(
    () => true,
    () => false,
  ),
);

/**
 * A read or a change that is given up when the database goes away: at once if it is away already. One that takes long, or
 * fails, is reason to ask whether the database still answers.
 */
export async function whileThere<T>(work: () => Promise<T>): Promise<T> {
  if (isAway()) throw awayError();
  const { promise: gone, reject } = Promise.withResolvers<never>();
  const doubt = setInterval(databaseAnswers, patienceMs);
  reads().add(reject);
  try {
    return await Promise.race([work(), gone]);
  } catch (error) {
    await databaseAnswers();
    throw error;
  } finally {
    clearInterval(doubt);
    reads().delete(reject);
  }
}

/** From now on nobody waits for the database, until it answers again. */
export function declareAway(reason: unknown): void {
  if (isAway()) return;
  beginOutage();
  log().error({ err: reason }, 'the database is away, what is in memory goes on being served');
  for (const giveUp of reads()) giveUp(awayError());
  void waitUntilBack();
}

async function waitUntilBack(): Promise<void> {
  let back = false;
  while (!back) {
    await setTimeout(restMs, undefined, { ref: false });
    back = await watchPool()
      .query('select 1')
      .then(
        () => true,
        () => false,
      );
  }
  endOutage();
  log().info('the database is back');
}

/** Once more on another connection: one that a restarted server no longer knows is no outage. */
function askTwice(query: pg.QueryConfig): Promise<pg.QueryResult> {
  return watchPool()
    .query(query)
    .catch(() => watchPool().query(query));
}

function watchPool(): pg.Pool {
  kept.catalogueWatch ??= connectWatch(env().DATABASE_URL);
  return kept.catalogueWatch;
}

function connectWatch(connectionString: string): pg.Pool {
  const limits = {
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    statement_timeout: patienceMs,
  };
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 30_000, ...limits });
  // A connection that the server ends while idle raises an event; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

function reads(): Set<(error: Error) => void> {
  kept.catalogueReads ??= new Set();
  return kept.catalogueReads;
}

function awayError(): Error {
  return new Error('the database is away');
}
