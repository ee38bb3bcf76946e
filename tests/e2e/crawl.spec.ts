import { expect } from '@playwright/test';
import pg from 'pg';
import { type Locale, locales } from '#i18n/locales';
import { findSection } from '#i18n/sections';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { crawledPages, sentForms } from '#tests/support/crawl-pages';
import { type Scene, setScene } from '#tests/support/crawl-scene';
import { judgePage } from '#tests/support/judge-words';
import { test } from '#tests/support/own-site';
import { pageKinds } from '#tests/support/page-kinds';
import { readWords } from '#tests/support/page-words';
import { listRoutes } from '#tests/support/route-matrix';
import { sendForm } from '#tests/support/send-form';

test.use({ signsIn: true });

let pool: pg.Pool;
let scene: Scene;
test.beforeAll(async ({ site }) => {
  pool = new pg.Pool({ connectionString: site.databaseUrl, max: 2 });
  scene = await setScene(pool, site.origins[0] ?? '');
});
test.afterAll(() => pool.end());

type Asked = { address: string; cookie: string; status: number };

/** Every record and page that the site tells of, by its address after the language. */
async function listPublic(origin: string): Promise<string[]> {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text();
  const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url]) => new URL(url ?? '').pathname,
  );
  return addresses.map((path) => path.replace(/^\/\w+/, '').replace(/(\/practices\/[^/]+)\/\w+$/, '$1'));
}

/** What there is to read in a language. */
async function listAddresses(origin: string, locale: Locale): Promise<Asked[]> {
  const statuses: Record<string, number> = { 'missing page': 404, 'error page': 500 };
  const known = Object.entries(pageKinds).map(([kind, pathIn]) => [pathIn(locale), statuses[kind]] as const);
  const told = (await listPublic(origin)).map((path) => [`/${locale}${path}`, 200] as const);
  const open = [...new Map([...told, ...known])].map(([address, status = 200]) => ({
    address,
    status,
    cookie: '',
  }));
  const pages = crawledPages(scene).map(({ as, path, status = 200 }) => ({
    ...{ address: `/${locale}/${path}`, cookie: scene.cookies[as], status },
  }));
  const forms: Asked[] = [];
  for (const { as, path, values } of sentForms(scene)) {
    const cookie = scene.cookies[as];
    const address = await sendForm(`${origin}/${locale}/${path}`, cookie, values);
    forms.push({ address: address.replace(/#.*/, ''), cookie, status: 200 });
  }
  return [...open, ...pages, ...forms];
}

/**
 * The page that is shown in the end: a filter is brought into its order first, and what turns out to be missing leads on
 * to the page that says so.
 */
async function ask(origin: string, address: string, cookie: string): Promise<Response> {
  const answer = await fetch(origin + address, { headers: { cookie }, redirect: 'manual' });
  const moved = answer.status === 308 ? answer.headers.get('location') : null;
  const next = moved ?? /url=(.+)/.exec(answer.headers.get('refresh') ?? '')?.[1];
  if (!next) return answer;
  const { pathname, search } = new URL(next, origin);
  return ask(origin, pathname + search, cookie);
}

/** What answers with no page of its own: files, data, and what leads on. */
const noPages =
  /\/now$|\/copy$|\[variant\]$|care\/\[file\]$|template\.|submissions\/\[id\]$|^GET \/(?:api|health|files)\//;

/** Routes that answer with a page, each with the first address of it that is read. */
function findPages(addresses: readonly Asked[]): { route: string; asked: Asked | undefined }[] {
  const routes = listRoutes().filter((route) => route.startsWith('GET ') && !noPages.test(route));
  return routes.map((route) => {
    const path = route
      .slice(4)
      .replaceAll('.', '\\.')
      .replaceAll(/\[\w+\]/g, '[^/?]+');
    const pattern = new RegExp(`^${path}(?:\\?|$)`);
    return { route, asked: addresses.find(({ address, status }) => status === 200 && pattern.test(address)) };
  });
}

test('every kind of page is among those that are read', async ({ baseURL }) => {
  const unread = findPages(await listAddresses(baseURL, 'en')).filter(({ asked }) => !asked);
  expect(unread.map(({ route }) => route)).toEqual(['GET /[locale]/error']);
});

test('pages for one reader alone are accessible in Arabic', async ({ page, context, baseURL }) => {
  test.setTimeout(240_000);
  for (const { asked } of findPages(await listAddresses(baseURL, 'ar'))) {
    if (!asked || !findSection(asked.address.replace(/\?.*/, ''))) continue;
    const [name = '', value = ''] = asked.cookie.split('=');
    await context.clearCookies();
    if (name) await context.addCookies([{ name, value, url: baseURL, httpOnly: true, sameSite: 'Lax' }]);
    await page.goto(asked.address);
    await expectAccessible(page, asked.address);
    await expectNoSidewaysScroll(page, asked.address);
    await expectOrderlyHeadings(page);
  }
});

for (const locale of locales)
  test(`every page in ${locale} is in that language`, async ({ page, baseURL }) => {
    test.setTimeout(240_000);
    const wrong: string[] = [];
    for (const asked of await listAddresses(baseURL, locale)) {
      const answer = await ask(baseURL, asked.address, asked.cookie);
      const source = await answer.text();
      if (answer.status !== asked.status) wrong.push(`${asked.address}: ${answer.status}`);
      const type = /xml/.test(answer.headers.get('content-type') ?? '') ? 'text/xml' : 'text/html';
      const sentences = judgePage(await readWords(page, source, type), locale);
      wrong.push(...sentences.map((sentence) => `${asked.address}: ${sentence}`));
    }
    expect(wrong).toEqual([]);
  });
