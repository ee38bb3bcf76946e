import pg from 'pg';
import { z } from 'zod';

/** As many as the machine has cores to spare for it. */
const connections = 2;
/** Practices that one statement makes findable. */
const atOnce = 2_000;
const Definitions = z.array(z.object({ name: z.string(), definition: z.string() }));
const Ids = z.tuple([z.object({ ids: z.array(z.string()) })]);

/**
 * Makes every practice findable, by the functions that refresh_search is made of, but with nothing in the way that slows a
 * bulk down: the indexes are made when all rows are there, rows are written on two connections, words are counted at last.
 */
export async function fillSearch(client: pg.Client): Promise<void> {
  const indexes = await dropIndexes(client);
  const [{ ids }] = Ids.parse(
    (await client.query('select array_agg(id order by id) as ids from practice')).rows,
  );
  const left = [...ids];
  await Promise.all(
    Array.from({ length: connections }, () =>
      onOwnConnection(client, async (own) => {
        while (left.length > 0) await own.query('select write_search_texts($1)', [left.splice(-atOnce)]);
      }),
    ),
  );
  await client.query("set maintenance_work_mem = '512MB'; set work_mem = '512MB'");
  await Promise.all([
    onOwnConnection(client, async (own) => {
      await own.query("set maintenance_work_mem = '512MB'");
      for (const { definition } of indexes) await own.query(definition);
    }),
    client.query('select count_search_words($1)', [ids]),
  ]);
}

/** Those that are not keys; returns what makes them again. */
async function dropIndexes(client: pg.Client) {
  const { rows } = await client.query(`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('practice_search', 'search_word') and indexname not like '%_pkey'`);
  const indexes = Definitions.parse(rows);
  for (const { name } of indexes) await client.query(`drop index "${name}"`);
  return indexes;
}

async function onOwnConnection(client: pg.Client, work: (own: pg.Client) => Promise<void>): Promise<void> {
  const { host, port, user, password, database } = client;
  const own = new pg.Client({ host, port, user, password: password ?? undefined, database });
  await own.connect();
  try {
    await own.query('set session_replication_role = replica');
    await work(own);
  } finally {
    await own.end();
  }
}
