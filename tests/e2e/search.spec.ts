import { expect, type Page } from '@playwright/test';
import { chosenFilters, exampleLinks, readTotal, searchField } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

const finds = [
  [
    'a word of a text',
    '/en',
    'Quinta do Mocho',
    'o-bairro-i-o-mundo-a-public-art-gallery-in-quinta-do-mocho',
  ],
  ['a word of a title', '/en', 'welcoming app', 'a-welcoming-app'],
  ['a title in another language', '/en', 'hulumtimit', 'structural-racism-research-bergen'],
  [
    'small letters for capitals',
    '/en',
    'STADTTEILMÜTTER',
    'neighbourhood-mothers-stadtteilmutter-in-neukolln',
  ],
  ['a city', '/en', 'Braga', 'a-welcoming-app'],
  ['a city by its own name', '/en', 'København', 'copenhagen-diversity-charter'],
  ['a country in English', '/en', 'Germany', 'migrant-stories'],
  ['a country in French', '/fr', 'Allemagne', 'migrant-stories'],
  ['a country in Albanian', '/sq', 'Gjermani', 'migrant-stories'],
  ['a topic', '/en', 'Anti-rumour methodologies', 'bilbao-anti-rumours-strategy'],
  ['a topic in French', '/fr', 'anti-rumeurs', 'bilbao-anti-rumours-strategy'],
] as const;

const odd = {
  'double quotes': '"welcoming app"',
  'single quotes': "d'Ivoire '; drop table practice; --",
  'a percent sign': '%',
  'an underscore': '_',
  'a backslash': '\\',
  emoji: '👩‍👩‍👧 🇦🇱',
  'a right-to-left script': 'التفاعل بين الثقافات',
  'brackets of a script': '<script>alert(1)</script>',
  'half an emoji': '\ud83d',
  'only spaces': '   ',
  '10,000 characters': 'ndërkulturor '.repeat(770),
  'a thousand words': 'a '.repeat(1_000),
};

test.describe('search', { tag: '@both' }, () => {
  for (const [what, path, words, slug] of finds) {
    test(`finds by ${what}`, async ({ page }) => {
      await page.goto(path);
      await searchFor(page, words);
      const link = page.getByRole('main').locator(`a[href$="/practices/${slug}"]`);
      await expect(link).toBeVisible();
      await expect(searchField(page)).toHaveValue(words);
    });
  }

  test('says by which name it was found, and in which language the text is', async ({ page }) => {
    await page.goto('/en?q=חיפה');
    const haifa = page.getByRole('listitem').filter({ hasText: 'Holiday of Holidays' });
    await expect(haifa.getByText('Found by its city: Haifa (חיפה)')).toBeVisible();
    await expect(haifa.locator('bdi[lang="he"]')).toHaveText('חיפה');
    await expect(haifa.locator('bdi[lang="he"]')).toHaveAttribute('dir', 'rtl');
    await page.goto('/ar?q=لشبونة');
    const app = page.getByRole('listitem').filter({ hasText: 'A welcoming app' });
    await expect(app.getByRole('heading')).toHaveAttribute('lang', 'en');
    await expect(app.getByText('الإنجليزية')).toBeVisible();
  });

  test('every word has to be found', async ({ page }) => {
    await page.goto('/en');
    await searchFor(page, 'Bergen');
    const bergen = await readTotal(page);
    await searchFor(page, 'Bergen racizmin');
    expect(await readTotal(page)).toBeLessThan(bergen);
    await expect(exampleLinks(page)).toHaveCount(1);
  });

  test('keeps the filters, and the filters keep the words', async ({ page }) => {
    await page.goto('/en?country=NO&sort=title');
    await searchFor(page, 'work');
    await expect(chosenFilters(page)).toHaveText([/^“work”/, /^Norway/, 'Clear all']);
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await page.waitForURL(/from=|\?q=work&country=NO&sort=title$/);
    await expect(chosenFilters(page)).toHaveText([/^“work”/, /^Norway/, 'Clear all']);
    await page.getByRole('link', { name: 'Remove the filter: “work”' }).click();
    await expect(page).toHaveURL('/en?country=NO&sort=title');
  });

  test('words that find nothing are explained, and lead on', async ({ page }) => {
    await page.goto('/en');
    await searchFor(page, 'zzqx');
    await expect(page.getByRole('heading', { name: 'No example matches all of this' })).toBeVisible();
    await expect(page.getByText('Check the spelling')).toBeVisible();
    await page.getByRole('link', { name: /^Show all/ }).click();
    await expect(page).toHaveURL('/en');
  });

  test('characters with a meaning in patterns are only characters', async ({ page }) => {
    await page.goto('/en?q=racism');
    const racism = await readTotal(page);
    await page.goto(`/en?q=${encodeURIComponent('%racism_')}`);
    expect(await readTotal(page)).toBe(racism);
  });

  test('signs alone hold no word: that is said, and everything is shown', async ({ page }) => {
    await page.goto('/en');
    const all = await readTotal(page);
    for (const words of ['%%%', '___', '\\']) {
      await page.goto(`/en?q=${encodeURIComponent(words)}`);
      await expect(page.getByText(`“${words}” holds no word to search for`)).toBeVisible();
      expect(await readTotal(page), words).toBe(all);
    }
  });

  test('words stay words on the page', async ({ page }) => {
    await page.goto(`/en?q=${encodeURIComponent(odd['brackets of a script'])}`);
    await expect(chosenFilters(page).first()).toContainText('“<script>alert(1)</script>”');
  });
});

for (const [what, words] of Object.entries(odd)) {
  test(`${what}: a page all the same`, async ({ request }) => {
    const response = await request.get('/en', { params: { q: words.toWellFormed() } });
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain('</html>');
  });
}

for (const query of [
  'q=%00',
  'q=a%00b',
  'q=%E0%A4%A',
  'q=%FF%FE',
  'q=%ED%A0%BD',
  'q=a&q=b',
  'q[]=a',
  'q[$ne]=1',
]) {
  test(`?${query}: a page all the same`, async ({ request }) => {
    expect((await request.get(`/en?${query}`)).status()).toBe(200);
  });
}

async function searchFor(page: Page, words: string): Promise<void> {
  await searchField(page).fill(words);
  await page.getByRole('search').getByRole('button').click();
  await page.waitForURL((url) => url.searchParams.get('q') === words);
}
