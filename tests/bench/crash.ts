import { createHash, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { buildSite } from '#scripts/build-site';
import { queryDatabase } from '#scripts/query-database';
import { type CrashingSite, startCrashingSite } from '#tests/support/crashing-site';

/**
 * A hundred saves by ten writers, two on each draft, while the site and the database are killed (SIGKILL) at random
 * moments: every save that was acknowledged must be there, and none twice. A writer does as the page does: what was not
 * acknowledged is sent again. `node --conditions=react-server tests/bench/crash.ts`, at most three minutes.
 */
const { values: options } = parseArgs({
  options: {
    dist: { type: 'string', default: '.next-test' },
    writers: { type: 'string', default: '10' },
    saves: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '150' },
  },
});
const writers = Number(options.writers);
const savesEach = Number(options.saves);
const deadline = Date.now() + Number(options.seconds) * 1_000;

type Writer = {
  draft: string;
  field: 'evidence' | 'transfer';
  cookie: string;
  acknowledged: string[];
  retries: number;
};

const Saved = z.object({ version: z.number(), conflicts: z.array(z.string()) });

/** A writer with a session; every second one joins the draft of the one before. */
async function addWriter(databaseUrl: string, number: number, before: Writer | undefined): Promise<Writer> {
  const account = randomBytes(5).toString('hex');
  const token = randomBytes(32).toString('base64url');
  const run = (sql: string, values: unknown[]) => queryDatabase(databaseUrl, sql, values);
  await run(
    `insert into account (id, email, name, locale, roles) values ($1, $2, 'Writer', 'en', '{officer}')`,
    [account, `${account}@city.example`],
  );
  await run(
    `insert into session (token_hash, id, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), randomBytes(5).toString('hex'), account],
  );
  const joins = number % 2 === 1 && before !== undefined;
  const draft = joins ? before.draft : randomBytes(5).toString('hex');
  if (!joins) await run('insert into submission (id) values ($1)', [draft]);
  await run('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, $3)', [
    ...[draft, account, !joins],
  ]);
  const cookie = `session=${token}`;
  return { draft, cookie, field: joins ? 'transfer' : 'evidence', acknowledged: [], retries: 0 };
}

async function write(site: CrashingSite, writer: Writer, number: number): Promise<void> {
  const page = `window${number}`;
  let base = 1;
  for (let save = 1; save <= savesEach; save += 1) {
    await setTimeout(Math.random() * 2_000);
    const text = `writer ${number}, save ${save}`;
    for (;;) {
      const saved = await send(site, writer, {
        base: String(base),
        page,
        turn: String(save),
        [writer.field]: text,
      });
      if (saved) {
        base = saved.version;
        writer.acknowledged.push(text);
        break;
      }
      if (Date.now() > deadline) return;
      writer.retries += 1;
      await setTimeout(200);
    }
  }
}

async function send({ origin }: CrashingSite, { draft, cookie }: Writer, form: Record<string, string>) {
  try {
    const response = await fetch(`${origin}/en/submissions/${draft}/repeat/save`, {
      method: 'POST',
      headers: { Accept: 'application/json', Origin: origin, Cookie: cookie },
      body: new URLSearchParams(form),
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status >= 400 && response.status < 500)
      throw new TypeError(`The site answered ${response.status}, which no crash explains.`);
    return response.ok ? Saved.parse(await response.json()) : null;
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('The site answered')) throw error;
    return null;
  }
}

/** Whether a form that is sent as a page does it is answered with its text, and a button that sends it again. */
async function comesBack({ origin }: CrashingSite, writer: Writer | undefined): Promise<boolean> {
  const address = `/en/submissions/${writer?.draft}/repeat/save`;
  const response = await fetch(`${origin}${address}`, {
    method: 'POST',
    headers: { Origin: origin, Cookie: writer?.cookie ?? '' },
    body: new URLSearchParams({ base: '1', evidence: 'A text\nin two lines', transfer: 'And another' }),
    redirect: 'manual',
  });
  const page = await response.text();
  return (
    response.status === 503 &&
    ['A text\nin two lines</textarea>', 'value="And another"', `action="${address}"`].every((part) =>
      page.includes(part),
    )
  );
}

/** Kills one of the two now and then until nobody writes any more; returns how often each. */
async function killAtRandom(site: CrashingSite, isOver: () => boolean) {
  const kills = { site: 0, database: 0 };
  while (!isOver() && Date.now() < deadline - 30_000) {
    await setTimeout(300 + Math.random() * 1_700);
    if (isOver()) break;
    const isSite = kills.site === kills.database ? Math.random() < 0.5 : kills.site < kills.database;
    await (isSite ? site.crashSite() : site.crashDatabase());
    kills[isSite ? 'site' : 'database'] += 1;
  }
  return kills;
}

/** What is wrong, one sentence each. */
async function findFaults(databaseUrl: string, all: readonly Writer[]): Promise<string[]> {
  const Rows = z.array(z.object({ text: z.string(), times: z.coerce.number() }));
  const faults: string[] = [];
  for (const { draft, field, acknowledged } of all) {
    const rows = Rows.parse(
      await queryDatabase(
        databaseUrl,
        `select changed ->> $2 as text, count(*) as times from submission_save
         where submission_id = $1 and changed ? $2 group by 1`,
        [draft, field],
      ),
    );
    const times = new Map(rows.map((row) => [row.text, row.times]));
    for (const text of acknowledged) if (!times.has(text)) faults.push(`lost: ${text}`);
    for (const [text, count] of times) if (count > 1) faults.push(`${count} times: ${text}`);
    const [stored] = z
      .array(z.object({ text: z.string().nullable() }))
      .parse(
        await queryDatabase(databaseUrl, 'select fields ->> $2 as text from submission where id = $1', [
          draft,
          field,
        ]),
      );
    if (stored?.text !== acknowledged.at(-1))
      faults.push(`stands now: ${stored?.text}, not ${acknowledged.at(-1)}`);
  }
  return faults;
}

await buildSite(options.dist);
const site = await startCrashingSite(options.dist);
try {
  const all: Writer[] = [];
  for (let number = 0; number < writers; number += 1)
    all.push(await addWriter(site.databaseUrl, number, all.at(-1)));
  let isOver = false;
  const writing = Promise.all(all.map((writer, number) => write(site, writer, number))).finally(() => {
    isOver = true;
  });
  const [kills] = await Promise.all([killAtRandom(site, () => isOver), writing]);
  const faults = await findFaults(site.databaseUrl, all);
  const saved = all.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  const retries = all.reduce((sum, writer) => sum + writer.retries, 0);
  console.log(
    `${saved} of ${writers * savesEach} saves by ${writers} writers were acknowledged, with ${retries} sent again; the site was killed ${kills.site} times, the database ${kills.database} times`,
  );
  await site.killDatabase();
  if (!(await comesBack(site, all[0]))) faults.push('a form does not come back while the database is away');
  for (const fault of faults) console.log(fault);
  if (faults.length > 0 || saved < writers * savesEach) process.exitCode = 1;
  else
    console.log(
      'every acknowledged save is there, none twice; and a form comes back while the database is away',
    );
} finally {
  await site.stop();
}
