import { expect, type Page } from '@playwright/test';
import { findRefused } from '#tests/support/find-refused';
import { readTotal } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

test('the sitemap names every example in each of its languages, and every address answers', async ({
  request,
  page,
}) => {
  test.slow();
  const xml = await (await request.get('/sitemap.xml')).text();
  const paths = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(expect.arrayContaining(['/en', '/fr', '/sq', '/en/about', '/sq/accessibility']));
  expect(paths).toContain('/en/practices/copenhagen-diversity-charter/da');
  expect(paths).toContain('/sq/practices/equality-data-belgium');
  expect(paths).not.toContain('/en/introduction');
  await page.goto('/en');
  const total = await readTotal(page);
  expect(new Set(paths.flatMap((path) => /practices\/([^/]+)/.exec(path)?.[1] ?? [])).size).toBe(total);
  expect(await findRefused(request, paths)).toEqual([]);
});

test('robots.txt lets crawlers read and names the sitemap', async ({ request }) => {
  const text = await (await request.get('/robots.txt')).text();
  expect(text).toMatch(/^Allow: \/$/m);
  expect(text).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
});

test('the icons are there', async ({ page, request }) => {
  await page.goto('/en');
  const icons = await page.locator('link[rel="icon"], link[rel="apple-touch-icon"]').all();
  expect(icons.length).toBeGreaterThan(0);
  for (const icon of icons) {
    const response = await request.get((await icon.getAttribute('href')) ?? '');
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toMatch(/^image\//);
  }
});

test.describe('addresses in the head', { tag: '@both' }, () => {
  test('a page of the site has one address per language', async ({ page }) => {
    await page.goto('/fr/about?utm_source=x');
    expect(await readHeadLinks(page)).toEqual({
      canonical: '/fr/about',
      en: '/en/about',
      fr: '/fr/about',
      sq: '/sq/about',
      ar: '/ar/about',
      'x-default': '/en/about',
    });
  });

  test('a record has one address per text', async ({ page }) => {
    await page.goto('/sq/practices/copenhagen-diversity-charter');
    expect(await readHeadLinks(page)).toEqual({
      canonical: '/sq/practices/copenhagen-diversity-charter',
      en: '/en/practices/copenhagen-diversity-charter',
      fr: '/fr/practices/copenhagen-diversity-charter',
      sq: '/sq/practices/copenhagen-diversity-charter',
      ar: '/ar/practices/copenhagen-diversity-charter',
      da: '/en/practices/copenhagen-diversity-charter/da',
      'x-default': '/en/practices/copenhagen-diversity-charter',
    });
    await page.goto('/sq/practices/a-welcoming-app');
    expect((await readHeadLinks(page)).canonical).toBe('/en/practices/a-welcoming-app');
    await page.goto('/en/practices/equality-data-belgium');
    expect((await readHeadLinks(page)).canonical).toBe('/sq/practices/equality-data-belgium');
  });

  test('a filtered list is not for search engines, its canonical address says what was understood', async ({
    page,
  }) => {
    await page.goto('/en?country=PT&city=nowhere&utm_source=x');
    expect((await readHeadLinks(page)).canonical).toBe('/en?country=PT');
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
    await page.goto('/en');
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
  });
});

test('a list and a record describe themselves as data', async ({ page }) => {
  await page.goto('/fr');
  expect(await readJsonLd(page)).toMatchObject({
    '@type': 'WebSite',
    inLanguage: 'fr',
    potentialAction: { '@type': 'SearchAction' },
  });
  await page.goto('/fr/practices/a-welcoming-app');
  expect(await readJsonLd(page)).toMatchObject({
    '@type': 'Article',
    headline: 'A welcoming app',
    inLanguage: 'en',
    identifier: 'nj6bbrfjm4',
    temporalCoverage: '2019/2021',
    spatialCoverage: expect.arrayContaining([expect.objectContaining({ '@type': 'City', name: 'Braga' })]),
  });
});

test('every page has a title and a description of its own', async ({ page }) => {
  const paths = [
    '/en',
    '/fr',
    '/sq',
    '/en?country=PT',
    '/en?page=2',
    '/en/about',
    '/en/accessibility',
    '/fr/about',
  ];
  const records = [
    '/en/practices/a-welcoming-app',
    '/en/practices/migrant-stories',
    '/fr/practices/bilbao-anti-rumours-strategy',
  ];
  const titles = [];
  for (const path of [...paths, ...records]) {
    await page.goto(path);
    titles.push(await page.title());
    const description = await page.locator('meta[name="description"]').getAttribute('content');
    expect(description?.length, path).toBeGreaterThan(40);
  }
  expect(new Set(titles).size).toBe(titles.length);
});

/** The paths of the canonical address and of the other languages, by language. */
async function readHeadLinks(page: Page): Promise<Record<string, string>> {
  const links = await page.locator('link[rel="canonical"], link[rel="alternate"][hreflang]').all();
  const entries = await Promise.all(
    links.map(async (link) => {
      const { pathname, search } = new URL((await link.getAttribute('href')) ?? '');
      return [(await link.getAttribute('hreflang')) ?? 'canonical', `${pathname}${search}`] as const;
    }),
  );
  return Object.fromEntries(entries);
}

async function readJsonLd(page: Page): Promise<unknown> {
  return JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
}
