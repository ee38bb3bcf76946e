import { expect, type Locator } from '@playwright/test';
import { queryDatabase } from '#scripts/query-database';
import { searchField } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

const nowhere = [
  '/en/practices/no-such-example',
  '/en/practices/a-welcoming-app/xx',
  '/en/practices/a-welcoming-app/sq',
  '/en/practices/a-welcoming-app/en/more',
  '/en/practices/a-welcoming-app/history/99',
  '/en/practices/a-welcoming-app/history/1/99',
  '/en/practices/a-welcoming-app/history/one',
  '/en/practices',
  '/en/collections/no-such-collection',
  '/en/collections',
  '/en/no-such-page',
  '/en/introduction',
  '/en/about/more',
  '/en/practices/%3Cscript%3E',
  '/en/practices/..%2f..%2fabout',
  '/no-such-file.pdf',
  '/wp-login.php',
];

test.describe('an address that leads nowhere', { tag: '@both' }, () => {
  for (const path of nowhere) {
    test(`${path} is a real 404 page that offers the search`, async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
      await expect(page).toHaveTitle(/^Page not found – /);
      await expect(page.getByRole('main').getByRole('link', { name: 'See all examples' })).toBeVisible();
      await expect(searchField(page)).toBeVisible();
      expect(await readFormTarget(searchField(page))).toBe('/en?q');
    });
  }

  test('its search finds', async ({ page }) => {
    await page.goto('/wp-login.php');
    await searchField(page).fill('Braga');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL('/en?q=Braga');
  });

  for (const [locale, heading] of [
    ['fr', 'Page introuvable'],
    ['sq', 'Faqja nuk u gjet'],
  ] as const) {
    test(`in ${locale} it says so in that language`, async ({ page }) => {
      const response = await page.goto(`/${locale}/practices/no-such-example`);
      expect(response?.status()).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    });
  }

  test('search engines are told to leave it out', async ({ request }) => {
    const response = await request.get('/en/practices/no-such-example');
    expect(await response.text()).toMatch(/<meta name="robots" content="noindex"/);
  });
});

for (const path of ['/en/practices/%E0%A4%A', '/en/%FF', '/en/practices/a%00b', `/en/${'a'.repeat(5_000)}`]) {
  test(`${path.slice(0, 40)} is not an error of the server`, async ({ request }) => {
    const response = await request.get(path);
    expect([400, 404]).toContain(response.status());
  });
}

/** Where a field's form leads, and under which name it says what was typed. */
function readFormTarget(field: Locator): Promise<string> {
  return field.evaluate((node) => {
    if (!(node instanceof HTMLInputElement) || node.form?.method !== 'get') return 'no form that asks';
    return `${new URL(node.form.action).pathname}?${node.name}`;
  });
}

test.describe('what changes in the catalogue', () => {
  const database = process.env.TEST_DATABASE_URL ?? '';
  test.skip(database === '', 'TEST_DATABASE_URL names no database that this may write to');

  test('an old address leads to the new one for good, in every language', async ({ request }) => {
    await queryDatabase(
      database,
      `insert into practice_slug (slug, practice_id, current)
       select 'an-earlier-name', practice_id, false from practice_slug where slug = 'copenhagen-diversity-charter'
       on conflict do nothing`,
    );
    for (const [from, to] of [
      ['/en/practices/an-earlier-name', '/en/practices/copenhagen-diversity-charter'],
      ['/sq/practices/an-earlier-name', '/sq/practices/copenhagen-diversity-charter'],
      ['/en/practices/an-earlier-name/da', '/en/practices/copenhagen-diversity-charter/da'],
      ['/en/practices/an-earlier-name/history/1', '/en/practices/copenhagen-diversity-charter/history/1'],
    ] as const) {
      const response = await request.get(from, { maxRedirects: 0 });
      expect(response.status(), from).toBe(308);
      expect(new URL(response.headers().location ?? '', 'http://site').pathname).toBe(to);
    }
  });

  for (const [status, answered] of [
    ['draft', 404],
    ['archived', 410],
  ] as const) {
    test(`an example that is ${status} is nowhere, and its address answers ${answered}`, async ({
      request,
    }) => {
      const id = `unseen${status}`.slice(0, 10);
      await queryDatabase(
        database,
        `with practice as (insert into practice (id, status, country, original_language, provenance)
           values ('${id}', '${status}', 'AL', 'en', 'city') on conflict do nothing returning id),
         text as (insert into practice_text (practice_id, language, title, purpose)
           select id, 'en', 'Unseen zzqy', 'Unseen' from practice)
         insert into practice_slug (slug, practice_id) select '${id}', id from practice`,
      );
      for (const rest of ['', '/en', '/history', '/history/1'])
        expect((await request.get(`/en/practices/${id}${rest}`)).status()).toBe(answered);
      expect(await (await request.get('/en?q=zzqy')).text()).not.toContain(id);
      expect(await (await request.get('/sitemap.xml')).text()).not.toContain(id);
    });
  }
});
