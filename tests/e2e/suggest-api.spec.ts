import { type APIRequestContext, expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';

type Suggestion = { kind: string; label: string; detail?: string; language?: string; href: string };

test.describe('GET /api/suggest', () => {
  test('answers as data that anyone may keep for a minute', async ({ request }) => {
    const response = await request.get('/api/suggest', { params: { q: 'norw', locale: 'en' } });
    expect(response.status()).toBe(200);
    expect(response.headers()).toMatchObject({
      'cache-control': 'public, max-age=60',
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(response.headers()).not.toHaveProperty('set-cookie');
    expect(await response.json()).toEqual({
      suggestions: [{ kind: 'country', label: 'Norway', href: '/en?country=NO' }],
    });
  });

  test('every suggestion leads to a page that has something', async ({ request }) => {
    for (const q of ['inter', 'ge', 'san', 'li', 'école', 'shk']) {
      for (const { href, label } of await suggest(request, q)) {
        const page = await request.get(href);
        expect(page.status(), `${label} ${href}`).toBe(200);
        expect(await page.text(), label).not.toContain('No examples');
      }
    }
  });

  test('is read only', async ({ request }) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await request.fetch('/api/suggest?q=norw', { method })).status(), method).toBe(405);
    }
    expect((await request.head('/api/suggest?q=norw')).status()).toBe(200);
  });

  for (const query of [
    '',
    'q=',
    'q=%20',
    'q=%00',
    'q=%FF%FE',
    'q=%ED%A0%BD',
    "q='%20or%201=1;--",
    'q=%26%7C!():*%3C-%3E%5C',
    'q=--',
    'q=%F0%9F%91%A9',
    `q=${'x'.repeat(201)}`,
    `q=${'x'.repeat(5_000)}`,
    'q=zzqxzz',
    'q[]=norw',
  ]) {
    test(`?${query.slice(0, 30)} (${query.length}) gets an empty list`, async ({ request }) => {
      const response = await request.get(`/api/suggest?${query}&locale=en`);
      expect(response.status()).toBe(200);
      expect(await response.json()).toEqual({ suggestions: [] });
    });
  }

  test('what no field can send is left out', async ({ request }) => {
    const response = await request.get('/api/suggest?q=nor%00w%0A&q=x&locale=en&more=1');
    expect(response.status()).toBe(200);
  });

  test('a language that the site does not speak gets English', async ({ request }) => {
    const response = await request.get('/api/suggest?q=norw&locale=xx');
    expect(await response.json()).toMatchObject({ suggestions: [{ label: 'Norway' }] });
  });
});

async function suggest(request: APIRequestContext, q: string): Promise<Suggestion[]> {
  const response = await request.get('/api/suggest', { params: { q, locale: 'en' } });
  const { suggestions }: { suggestions: Suggestion[] } = await response.json();
  return suggestions;
}
