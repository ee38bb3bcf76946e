import { expect, test } from '@playwright/test';
import pg from 'pg';
import { locales } from '#i18n/locales';
import { type Planted, plantCanaries } from '#tests/support/canaries';
import { pageKinds } from '#tests/support/page-kinds';

let pool: pg.Pool;
let planted: Planted;
test.beforeAll(async () => {
  pool = new pg.Pool({ connectionString: process.env.TEST_DATABASE_URL ?? '', max: 2 });
  planted = await plantCanaries(pool);
  // Nothing of it was public, so nothing else would have every instance read the catalogue anew.
  await pool.query(`select publish_change(array(select id from practice), true)`);
});
test.afterAll(() => pool.end());

/** Every address that the site itself tells of, and one of each kind of page. */
async function listAddresses(origin: string): Promise<string[]> {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address]) => new URL(address ?? '').pathname,
  );
  const kinds = Object.values(pageKinds).flatMap((pathIn) => locales.map((locale) => pathIn(locale)));
  const feeds = locales.map((locale) => `/${locale}/feed.xml`);
  const histories = listed.filter((path) => path.startsWith('/en/practices/')).slice(0, 12);
  return [
    ...new Set(['/sitemap.xml', '/robots.txt', '/health/ready', ...feeds, ...kinds, ...listed]),
    ...histories.map((path) => `${path}/history`),
  ];
}

test('a hundred words that are not public are on no public page', async ({ baseURL: origin = '' }) => {
  test.slow();
  expect(planted.length).toBeGreaterThanOrEqual(100);
  const addresses = await listAddresses(origin);
  expect(addresses.length).toBeGreaterThan(100);
  const found: string[] = [];
  for (const address of addresses) {
    const body = await (await fetch(`${origin}${address}`)).text();
    for (const { word, place } of planted) if (body.includes(word)) found.push(`${address}: ${place}`);
  }
  expect(found).toEqual([]);
});

test('nobody finds them, counts them or is offered them', async ({ baseURL: origin = '' }) => {
  test.slow();
  const ask = async (address: string) => (await fetch(`${origin}${address}`)).text();
  const wrong: string[] = [];
  // What a page says about a word that is nowhere, the word itself and what differs with each answer taken out.
  const about = async (word: string) =>
    (await ask(`/en?q=${word}`)).replaceAll(word, '').replaceAll(/nonce="[^"]*"|nonce-[\w+/=-]+/g, '');
  const nowhere = await about('kanariezzzzzzzzzz');
  for (const { word, place } of planted) {
    if ((await about(word)) !== nowhere) wrong.push(`found: ${place}`);
    const suggested = await ask(`/api/suggest?locale=en&q=${word.slice(0, 12)}`);
    if (suggested.replaceAll(word.slice(0, 12), '').includes('kanarie')) wrong.push(`suggested: ${place}`);
  }
  expect(wrong).toEqual([]);
});

test('no error gives them away', async ({ baseURL: origin = '' }) => {
  const { rows } = await pool.query(`select id from submission where reference like 'IC-CANARY-%'`);
  const found: string[] = [];
  for (const { id } of rows) {
    for (const path of [
      `submissions/${id}/preview`,
      `submissions/${id}/story`,
      `review/${id}`,
      `practices/${id}`,
    ]) {
      const response = await fetch(`${origin}/en/${path}`, { redirect: 'manual' });
      const body = `${await response.text()} ${response.headers.get('location') ?? ''}`;
      for (const { word, place } of planted) if (body.includes(word)) found.push(`${path}: ${place}`);
    }
  }
  expect(found).toEqual([]);
});
