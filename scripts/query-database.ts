import pg from 'pg';

/** Runs one statement on its own connection and returns its rows. Waits at most `seconds` for the connection. */
export async function queryDatabase(
  connectionString: string,
  sql: string,
  values: readonly unknown[] = [],
  seconds = 10,
): Promise<unknown[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: seconds * 1000 });
  // A connection that the server ends while idle raises an event; without a listener it would end this process.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
