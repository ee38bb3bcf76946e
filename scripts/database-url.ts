import { z } from 'zod';
import { queryDatabase } from './query-database.ts';
import { hasCode } from './refusal.ts';

type Checked = { ok: true } | { ok: false; sentence: string };

const Answer = z
  .array(z.object({ version: z.string(), number: z.coerce.number(), encoding: z.string() }))
  .length(1);

/**
 * Whether the database of this address can be used: it answers within five seconds, and is PostgreSQL 15 or newer in
 * UTF-8. If not, a sentence that names host and database, and never the password.
 */
export async function checkDatabaseUrl(connectionString: string): Promise<Checked> {
  const address = URL.canParse(connectionString) ? new URL(connectionString) : undefined;
  if (!address || !/^postgres(ql)?:$/.test(address.protocol) || !address.hostname) {
    return refuse('DATABASE_URL is not of the form postgresql://user:password@host:5432/database.');
  }
  const host = `${address.hostname}:${address.port || 5432}`;
  const database = decodeURIComponent(address.pathname.slice(1)) || decodeURIComponent(address.username);
  try {
    const rows = await queryDatabase(connectionString, ASK, [], 5);
    const [answer] = Answer.parse(rows);
    return judge(answer, `${database} on ${host}`);
  } catch (error) {
    return refuse(explain(error, host, database));
  }
}

const ASK = `select current_setting('server_version') as version, current_setting('server_version_num') as number,
  current_setting('server_encoding') as encoding`;

function judge(answer: z.output<typeof Answer>[number] | undefined, place: string): Checked {
  if (!answer || answer.number < 150_000) {
    return refuse(`The database ${place} is PostgreSQL ${answer?.version}: 15 or newer is needed.`);
  }
  if (answer.encoding !== 'UTF8')
    return refuse(`The database ${place} is in ${answer.encoding}: make one in UTF8.`);
  return { ok: true };
}

function explain(error: unknown, host: string, database: string): string {
  if (hasCode(error, '28P01', '28000')) {
    return `The server ${host} does not let this user into ${database}: check user and password in DATABASE_URL.`;
  }
  if (hasCode(error, '3D000'))
    return `The server ${host} has no database ${database}: create it, or correct DATABASE_URL.`;
  const reason = hasCode(error, 'ENOTFOUND', 'EAI_AGAIN') ? 'the name is unknown' : nameReason(error);
  return `The database ${database} on ${host} cannot be reached (${reason}): check DATABASE_URL and that the server runs.`;
}

function nameReason(error: unknown): string {
  if (hasCode(error, 'ECONNREFUSED')) return 'connection refused';
  if (error instanceof AggregateError) return nameReason(error.errors[0]);
  if (error instanceof Error)
    return /timeout|ETIMEDOUT/i.test(error.message) ? 'no answer within 5 seconds' : error.message;
  return String(error);
}

function refuse(sentence: string): Checked {
  return { ok: false, sentence };
}
