import pg from 'pg';

/** Publishes on a database as an editor's command does: the text and the catalogue's version change together. */
export async function connectPublisher(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  const inTransaction = async (work: () => Promise<void>) => {
    await client.query('begin');
    await work();
    await client.query('commit');
  };
  return {
    /** Gives a practice another title in English. */
    retitle: (slug: string, title: string) =>
      inTransaction(async () => {
        const { rows } = await client.query('select practice_id as id from practice_slug where slug = $1', [
          slug,
        ]);
        const ids = rows.map(({ id }) => String(id));
        await client.query(
          "update practice_text set title = $2 where practice_id = any($1) and language = 'en'",
          [ids, title],
        );
        await client.query('select publish_change($1)', [ids]);
      }),
    /** Takes a practice out of the catalogue, or puts it back. */
    setStatus: (slug: string, status: 'published' | 'archived') =>
      inTransaction(async () => {
        const { rows } = await client.query(
          `update practice set status = $2::"PracticeStatus"
           where id = (select practice_id from practice_slug where slug = $1) returning id`,
          [slug, status],
        );
        await client.query('select publish_change($1)', [rows.map(({ id }) => String(id))]);
      }),
    close: () => client.end(),
  };
}
