import { expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';

const pages = [
  ...['/en', '/fr?country=PT', '/en/practices/a-welcoming-app', '/en/practices/a-welcoming-app/history/1'],
  ...['/sq/about', '/sitemap.xml', '/fr/feed.xml'],
];

for (const path of pages) {
  test(`${path} is kept for a minute by a cache in front, and asked for again by a browser`, async ({
    request,
  }) => {
    const response = await request.get(path);
    const headers = response.headers();
    expect(headers['cache-control']).toBe(
      'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
    );
    expect(headers['cdn-cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
    expect(headers.etag).toMatch(/^W\/"[\w-]{24}"$/);
    expect(headers.vary).toMatch(/\bCookie\b/);
    // There are caches that read one such line only.
    expect(response.headersArray().filter(({ name }) => name.toLowerCase() === 'vary')).toHaveLength(1);
  });

  test(`who has ${path} is told so, without a text and without a policy`, async ({ request }) => {
    const { etag = '' } = (await request.get(path)).headers();
    for (const known of [etag, `"other", ${etag}`]) {
      const response = await request.get(path, { headers: { 'if-none-match': known } });
      expect(response.status()).toBe(304);
      expect(await response.text()).toBe('');
      expect(response.headers().etag).toBe(etag);
      expect(response.headers()['cache-control']).toContain('s-maxage=60');
      expect(response.headers()).not.toHaveProperty('content-security-policy');
      expect(response.headers()).not.toHaveProperty('link');
    }
    const head = await request.head(path, { headers: { 'if-none-match': etag } });
    expect(head.status()).toBe(304);
  });

  for (const [whose, header] of [
    ['a cookie', { cookie: 'anything=1' }],
    ['a password', { authorization: 'Basic eDp5' }],
    ['a part of the page', { rsc: '1' }],
  ] as const) {
    test(`${path} for ${whose} is kept by nobody and never answered from a copy`, async ({ request }) => {
      const { etag = '' } = (await request.get(path)).headers();
      const response = await request.get(path, { headers: { ...header, 'if-none-match': etag } });
      expect(response.status()).not.toBe(304);
      expect(response.headers()['cache-control']).toMatch(/no-store/);
      expect(response.headers().etag).toBeUndefined();
    });
  }
}

test('each address, language and filter has a tag of its own', async ({ request }) => {
  const paths = ['/en', '/fr', '/en?country=PT', '/en?page=2', '/en/about', '/fr/about'];
  const tags = await Promise.all(paths.map(async (path) => (await request.get(path)).headers().etag));
  expect(new Set(tags).size).toBe(paths.length);
});

test('two spellings of one query have one tag', async ({ request }) => {
  const plus = await request.get('/en?q=roma+school', { maxRedirects: 0 });
  const percent = await request.get('/en?q=roma%20school', { maxRedirects: 0 });
  expect(plus.status()).toBe(200);
  expect(percent.status()).toBe(200);
  expect(percent.headers().etag).toBe(plus.headers().etag);
});

test('what is no page is kept by nobody', async ({ request }) => {
  for (const path of [
    '/en/practices/no-such-example',
    '/nothing.pdf',
    '/en/error',
    '/en?page=400',
    '/about',
  ]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).not.toBe(200);
    expect(response.headers()['cache-control'], path).toMatch(/no-store/);
    expect(response.headers().etag, path).toBeUndefined();
  }
});

test('files are kept for a day, and known by their tag', async ({ request }) => {
  for (const path of ['/map-europe.svg', '/icon.svg', '/favicon.ico', '/apple-icon.png', '/robots.txt']) {
    const { etag = '', ...headers } = (await request.get(path)).headers();
    expect(headers['cache-control'], path).toBe('public, max-age=86400');
    const again = await request.get(path, { headers: { 'if-none-match': etag, cookie: 'anything=1' } });
    expect(again.status(), path).toBe(304);
  }
});

test('suggestions are kept for a minute, and not for who has a cookie', async ({ request }) => {
  const path = '/api/suggest?q=welc';
  const anybody = (await request.get(path)).headers();
  expect(anybody['cache-control']).toBe('public, max-age=60');
  expect(anybody.vary).toMatch(/\bCookie\b/);
  const somebody = (await request.get(path, { headers: { cookie: 'anything=1' } })).headers();
  expect(somebody['cache-control']).toBe('private, no-store');
});

const moved = [
  ['/en?page=1&country=no&country=DE&utm_x=1', '/en?country=DE&country=NO'],
  ['/en?q=&from=&to=&sort=newest', '/en'],
  ['/en?from=2021&to=2019', '/en?from=2019&to=2021'],
  ['/EN/about', '/en/about'],
  ['/fr/about?fbclid=x', '/fr/about'],
  ['/en/practices/a-welcoming-app?page=2', '/en/practices/a-welcoming-app'],
] as const;

for (const [from, to] of moved) {
  test(`${from} moved to ${to}`, async ({ request }) => {
    const response = await request.get(from, { maxRedirects: 0 });
    expect(response.status()).toBe(308);
    expect(response.headers().location).toBe(to);
    expect(response.headers()['cache-control']).toBe('public, max-age=60');
    expect((await request.get(to, { maxRedirects: 0 })).status()).toBe(200);
  });
}

test('a page after the last, and a city nobody knows, lead to what there is, for now', async ({
  request,
}) => {
  for (const [from, to] of [
    ['/en?page=5000', /^\/en\?page=\d$/],
    ['/en?country=PT&city=atlantis', /^\/en\?country=PT$/],
  ] as const) {
    const response = await request.get(from, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers().location).toMatch(to);
  }
  expect((await request.get('/en?page=5001', { maxRedirects: 0 })).headers().location).toBe('/en');
});

test.describe('the form', { tag: '@both' }, () => {
  test('leads to a clean address', async ({ page }) => {
    await page.goto('/en');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL('/en');
  });
});

test('a browser that comes back draws the page again from its copy', async ({ page }) => {
  await page.goto('/en/about');
  await page.goto('/en/accessibility');
  // The copy has the nonce of its own policy: the fixture fails if a script of it is refused.
  const response = await page.goto('/en/about');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

for (const name of ['live', 'ready']) {
  test(`/health/${name} says yes and nothing else`, async ({ request }) => {
    const response = await request.get(`/health/${name}`);
    expect(response.status()).toBe(200);
    expect(await response.text()).toBe('');
    expect(response.headers()['cache-control']).toContain('no-store');
    expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
  });
}
