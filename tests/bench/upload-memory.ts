import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { applyMigrations } from '#scripts/apply-migrations';
import { buildSite } from '#scripts/build-site';
import { findFreePort } from '#scripts/free-port';
import { queryDatabase } from '#scripts/query-database';
import { serveSite } from '#scripts/serve-site';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';
import { makePdf } from '#tests/support/pdf';
import { corners } from '#tests/support/pictures';

/**
 * How much memory the site takes while files come in: five documents of 25 MB at once, then five pictures of 48 million
 * pixels at once, each from an officer of their own. `node --conditions=react-server tests/bench/upload-memory.ts`.
 */
const { values: options } = parseArgs({
  options: { dist: { type: 'string', default: '.next-test' }, uploads: { type: 'string', default: '5' } },
});
const uploads = Number(options.uploads);

const postgres = await startThrowawayPostgres();
await applyMigrations(postgres.url());
await buildSite(options.dist);
const port = await findFreePort();
const site = await serveSite({
  ...{ databaseUrl: postgres.url(), dataFolder: postgres.folder, port, distDir: options.dist, quiet: true },
  onSpawn: async () => {},
});
const origin = `http://127.0.0.1:${port}`;

type Sent = { status: number; location: string; seconds: number };

/** An officer with a draft of their own sends one file. */
async function upload(name: string, bytes: Buffer): Promise<Sent> {
  const [account, draft] = [randomBytes(5).toString('hex'), randomBytes(5).toString('hex')];
  const token = randomBytes(32).toString('base64url');
  const run = (sql: string, values: unknown[]) => queryDatabase(postgres.url(), sql, values);
  await run(`insert into account (id, email, locale, roles) values ($1, $2, 'en', '{officer}')`, [
    ...[account, `${account}@city.example`],
  ]);
  await run(
    `insert into session (token_hash, id, account_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), draft, account],
  );
  await run('insert into submission (id) values ($1)', [draft]);
  await run('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)', [
    ...[draft, account],
  ]);
  const body = new FormData();
  body.append('files', new Blob([new Uint8Array(bytes)]), name);
  const began = performance.now();
  const response = await fetch(`${origin}/en/submissions/${draft}/files/save`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { origin, cookie: `session=${token}` },
  });
  const location = (response.headers.get('location') ?? '').replace(draft, '…');
  return { status: response.status, location, seconds: Math.round(performance.now() - began) / 1000 };
}

async function residentBytes(): Promise<number> {
  const status = await readFile(`/proc/${site.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

async function measure(name: string, bytes: Buffer): Promise<void> {
  const before = await residentBytes();
  let most = before;
  let slowest = 0;
  const watch = setInterval(async () => {
    most = Math.max(most, await residentBytes());
  }, 20);
  const ask = setInterval(async () => {
    const began = performance.now();
    await (await fetch(`${origin}/health/live`)).arrayBuffer();
    slowest = Math.max(slowest, performance.now() - began);
  }, 100);
  const sent = await Promise.all(Array.from({ length: uploads }, () => upload(name, bytes)));
  clearInterval(watch);
  clearInterval(ask);
  const megabytes = (count: number) => Math.round(count / 1e6);
  console.log(
    `${uploads} × ${name}, ${megabytes(bytes.length)} MB each:`,
    sent[0],
    `last ${Math.max(...sent.map(({ seconds }) => seconds))} s`,
  );
  console.log(
    `memory ${megabytes(before)} MB before, at most ${megabytes(most)} MB; slowest answer of /health/live ${Math.round(slowest)} ms`,
  );
}

try {
  await measure('warm-up.pdf', makePdf());
  const noise = randomBytes(24_900_000);
  const head = Buffer.from(`9 0 obj\n<< /Length ${noise.length} >>\nstream\n`);
  const extra = Buffer.concat([head, noise, Buffer.from('\nendstream\nendobj\n')]);
  await measure('document.pdf', makePdf({ extra }));
  await measure('picture.jpg', await corners(8000, 6000).jpeg({ quality: 95, progressive: true }).toBuffer());
  await measure('picture.png', await corners(8000, 6000).png().toBuffer());
} finally {
  await site.stop();
  await postgres.stop();
}
