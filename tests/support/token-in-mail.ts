import type pg from 'pg';

/** The token of a link in a mail. */
export async function tokenIn(pool: pg.Pool, section: string, to?: string): Promise<string> {
  const { rows } = await pool.query(`select text from outbox_mail where $1::text is null or "to" = $1`, [
    to ?? null,
  ]);
  const link = new RegExp(`/${section}/([\\w.-]+)`);
  const token = rows.map(({ text }) => link.exec(String(text))?.[1]).find(Boolean);
  if (!token) throw new Error(`No mail leads to ${section}.`);
  return token;
}
