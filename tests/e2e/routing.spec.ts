import { expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';

const wishes = [
  ['fr', '/fr'],
  ['sq-AL,sq;q=0.9,en;q=0.8', '/sq'],
  ['de-DE,de;q=0.9', '/en'],
  ['de,fr;q=0.7,en;q=0.3', '/fr'],
  ['en;q=0.2,fr;q=0.9', '/fr'],
  ['fr;q=0,en', '/en'],
  ['*', '/en'],
  ['', '/en'],
  ['FR-ca', '/fr'],
  [';;;,,q=nonsense, fr;q=abc', '/en'],
  [`${'x-y;q=0.5,'.repeat(500)}fr`, '/en'],
] as const;

for (const [wish, path] of wishes) {
  test(`“${wish.slice(0, 40)}” is led to ${path}, without a cookie`, async ({ request }) => {
    const response = await request.get('/', { headers: { 'accept-language': wish }, maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(pathOf(response.headers().location)).toBe(path);
    expect(response.headers().vary).toContain('Accept-Language');
    expect(response.headers()).not.toHaveProperty('set-cookie');
  });
}

test('an address without a language gets the browser’s, and keeps its query', async ({ request }) => {
  const response = await request.get('/about', { headers: { 'accept-language': 'sq' }, maxRedirects: 0 });
  expect(pathOf(response.headers().location)).toBe('/sq/about');
  const filtered = await request.get('/?country=PT&page=2', {
    headers: { 'accept-language': 'fr' },
    maxRedirects: 0,
  });
  expect(pathOf(filtered.headers().location)).toBe('/fr?country=PT&page=2');
});

test('a redirect never leaves the site', async ({ request, baseURL }) => {
  for (const path of ['//example.org', '/\\example.org', '/%2F%2Fexample.org', '//example.org/about']) {
    const response = await request.get(`${baseURL}${path}`, { maxRedirects: 0 });
    const location = new URL(response.headers().location ?? '/', baseURL);
    expect(location.origin, path).toBe(new URL(baseURL ?? '').origin);
  }
});

test('a language the site does not speak ends at a 404 page', async ({ page }) => {
  const response = await page.goto('/de/about');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
});

test.describe('a browser that prefers Albanian', { tag: '@both' }, () => {
  test.use({ locale: 'sq-AL' });

  test('opens the catalogue in Albanian', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/sq');
    await expect(page.locator('html')).toHaveAttribute('lang', 'sq');
  });
});

for (const path of [
  '/en',
  '/en/practices/a-welcoming-app',
  '/en/about',
  '/',
  '/robots.txt',
  '/sitemap.xml',
  '/icon.svg',
]) {
  test(`${path} may only be read`, async ({ request }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await request.fetch(path, { method, maxRedirects: 0 });
      expect(response.status(), method).toBe(405);
      expect(response.headers().allow, method).toBe('GET, HEAD');
      expect(await response.text(), method).toBe('');
    }
  });
}

test('TRACE is refused', async ({ request }) => {
  const response = await request.fetch('/en', { method: 'TRACE' });
  expect(response.status()).toBe(405);
});

test('HEAD answers like GET, without the text', async ({ request }) => {
  for (const path of ['/en', '/en/practices/a-welcoming-app', '/sitemap.xml']) {
    const response = await request.head(path);
    expect(response.status(), path).toBe(200);
    expect(await response.text(), path).toBe('');
  }
  expect((await request.head('/en/practices/no-such-example')).status()).toBe(404);
});

test('a form of another site cannot post', async ({ request }) => {
  const response = await request.post('/en', {
    form: { country: 'PT' },
    headers: { origin: 'https://example.org', 'next-action': 'x' },
  });
  expect(response.status()).toBe(405);
});

function pathOf(location: string | undefined): string {
  const url = new URL(location ?? '', 'http://site');
  return `${url.pathname}${url.search}`;
}
