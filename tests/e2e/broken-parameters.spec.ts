import { expect } from '@playwright/test';
import { readCanonicalQuery, readTotal } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

/** Queries that say nothing the catalogue knows: each is the whole list. */
const meaningless = [
  ...[
    'page=0',
    'page=-1',
    'page=abc',
    'page=1.5',
    'page=1e9',
    'page=',
    'page=%00',
    'page=9999999999999999999',
  ],
  ...['from=99999', 'from=abc', 'from=0', 'to=-5', 'from=&to=', 'from=NaN', 'to=Infinity', 'from=2020.5'],
  ...['country=xx', 'country=', 'country=PRT', 'country=%27', 'country[]=PT', 'Country=PT', 'country=P%00'],
  ...['city=%3Cscript%3E', 'city=atlantis', 'city=../../etc/passwd', 'topic=__proto__', 'topic=constructor'],
  ...['language=zz', 'language=EN', 'language=en-', 'sort=random', 'sort=', 'sort=title%20desc'],
  ...[
    'unknown=1',
    '__proto__=1',
    'constructor=1',
    'toString=1',
    '&&&',
    '=',
    '%',
    'a=%E0%A4%A',
    ';',
    'page[a]=2',
  ],
];

/** Queries of which something is left, and what: the canonical query. */
const mended = [
  ['country=pt', 'country=PT'],
  ['country=PT&country=PT', 'country=PT'],
  ['country=PT&country=xx', 'country=PT'],
  ['country=NO&country=DE', 'country=DE&country=NO'],
  ['from=2021&to=2019', 'from=2019&to=2021'],
  ['from=2020&from=1999', 'from=2020'],
  ['sort=title&sort=city', 'sort=title'],
  ['to=2020&from=2020&topic=roma', 'topic=roma&from=2020&to=2020'],
  ['q=%20roma%20%20%20school%20', 'q=roma+school'],
  ['country=PT&page=7', 'country=PT'],
] as const;

test('what says nothing is left out, and never an error', async ({ request }) => {
  const read = async (query: string) => {
    const response = await request.get(`/en${query}`);
    return {
      query,
      status: response.status(),
      total: /<h2[^>]*>([^<]* examples?)</.exec(await response.text())?.[1],
    };
  };
  const whole = await read('');
  expect(whole).toMatchObject({ status: 200, total: expect.stringMatching(/^\d+ examples$/) });
  const answers = [];
  for (const query of meaningless) answers.push(await read(`?${query}`));
  expect(answers.filter(({ status, total }) => status !== 200 || total !== whole.total)).toEqual([]);
});

for (const [query, canonical] of mended) {
  test(`?${query} is understood as ?${canonical}`, async ({ request }) => {
    const response = await request.get(`/en?${query}`);
    expect(response.status()).toBe(200);
    const href = /<link rel="canonical" href="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    expect(new URL(href.replaceAll('&amp;', '&')).search).toBe(`?${canonical}`);
  });
}

test.describe('broken values', { tag: '@both' }, () => {
  test('what is left of them is in the address and in the head', async ({ page }) => {
    const response = await page.goto('/en?country=NO&country=de&country=xx&page=7');
    expect(response?.status()).toBe(200);
    await expect(page).toHaveURL('/en?country=DE&country=NO');
    expect(await readCanonicalQuery(page)).toBe('country=DE&country=NO');
  });

  test('a page after the last shows the last', async ({ page }) => {
    await page.goto('/en?page=400');
    const last = Math.ceil((await readTotal(page)) / 20);
    expect(await readCanonicalQuery(page)).toBe(`page=${last}`);
  });

  test('a chosen country without examples can be taken off', async ({ page }) => {
    await page.goto('/en?country=FJ');
    expect(await readTotal(page)).toBe(0);
    await page.getByRole('link', { name: 'Remove the filter: Fiji' }).click();
    expect(await readTotal(page)).toBeGreaterThan(0);
  });

  test('hundreds of values are still a page', async ({ request }) => {
    const many = Array.from({ length: 500 }, (_, i) => `city=nowhere-${i}`).join('&');
    const response = await request.get(`/en?${many}`);
    expect(response.status()).toBe(200);
  });
});
