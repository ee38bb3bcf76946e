import { expect, type Page } from '@playwright/test';
import { findRefused } from '#tests/support/find-refused';
import { chosenFilters, exampleLinks, readCanonicalQuery } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

const excerpt = 'a-welcoming-app';
const summary = 'bilbao-anti-rumours-strategy';
const albanian = 'equality-data-belgium';
const danish = 'copenhagen-diversity-charter';

test.describe('record', { tag: '@both' }, () => {
  test('an excerpt says that it is one, and shows only the sections it has', async ({ page }) => {
    await page.goto(`/en/practices/${excerpt}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A welcoming app');
    await expect(page.getByText('This page shows the excerpt in the programme’s list.')).toBeVisible();
    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { level: 2 })).toHaveText(['Purpose']);
    await expect(article.getByRole('navigation')).toHaveCount(0);
  });

  test('a summary of the catalogue names the month its sources were read', async ({ page }) => {
    await page.goto(`/en/practices/${summary}`);
    await expect(page.getByText(/wrote this summary from public sources, read in \w+ 20\d\d/)).toBeVisible();
    await page.goto(`/fr/practices/${summary}`);
    await expect(page.getByText(/sources publiques.*\b[a-zéû]+ 20\d\d/)).toBeVisible();
  });

  test('without a text in the reader’s language the original is shown, with a notice', async ({ page }) => {
    await page.goto(`/en/practices/${albanian}`);
    await expect(page.getByText('You are reading the original in Albanian.')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectTextIn(page, 'sq');
    await page.goto(`/sq/practices/${albanian}`);
    await expect(page.getByRole('article').getByText(/origjinalin/)).toHaveCount(0);
    await expectTextIn(page, 'sq');
  });

  test('a translation says so and links to the original', async ({ page }) => {
    await page.goto(`/fr/practices/${summary}`);
    await expectTextIn(page, 'fr');
    await page
      .getByRole('article')
      .getByRole('link', { name: /original en anglais/i })
      .click();
    await expect(page).toHaveURL(`/fr/practices/${summary}/en`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await expectTextIn(page, 'en');
  });

  test('a text in a language of its own keeps the reader’s language around it', async ({ page }) => {
    await page.goto(`/en/practices/${danish}`);
    await page.getByRole('complementary').getByRole('link', { name: 'Danish' }).click();
    await expect(page).toHaveURL(`/en/practices/${danish}/da`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectTextIn(page, 'da');
    await expect(page.getByRole('article').getByRole('heading', { name: 'Purpose' })).toBeVisible();
    await page.getByRole('complementary').getByRole('link', { name: 'English (original)' }).click();
    await expectTextIn(page, 'en');
  });

  test('a contents list stands before more than three sections, and each entry leads to one', async ({
    page,
  }) => {
    await page.goto(`/en/practices/${danish}`);
    const contents = page.getByRole('article').getByRole('navigation', { name: 'On this page' });
    const names = await contents.getByRole('link').allTextContents();
    expect(names.length).toBeGreaterThan(3);
    const sections = page.getByRole('article').getByRole('region');
    await expect(sections.getByRole('heading', { level: 2 })).toHaveText(names);
    await contents.getByRole('link', { name: names.at(-1), exact: true }).click();
    await expect(sections.last()).toBeInViewport();
  });

  test('facts that several examples share lead to those examples', async ({ page }) => {
    const facts = page.getByRole('complementary', { name: 'Key facts' });
    for (const [name, query] of [
      ['Portugal', 'country=PT'],
      ['Braga', 'city=braga'],
      ['Public and community services', 'topic=public-and-community-services'],
    ] as const) {
      await page.goto(`/en/practices/${excerpt}`);
      await expect(facts.getByText('2019–2021')).toBeVisible();
      await facts.getByRole('link', { name, exact: true }).click();
      expect(await readCanonicalQuery(page)).toBe(query);
      await expect(chosenFilters(page).first()).toHaveAccessibleName(`Remove the filter: ${name}`);
      await expect(
        exampleLinks(page).filter({ hasText: 'A welcoming app' }).or(pager(page)).first(),
      ).toBeVisible();
    }
  });

  test('the way back up leads to the list and to the country', async ({ page }) => {
    await page.goto(`/en/practices/${excerpt}`);
    await page
      .getByRole('navigation', { name: 'You are here' })
      .getByRole('link', { name: 'Portugal' })
      .click();
    await expect(page).toHaveURL('/en?country=PT');
  });

  test('related examples are others, and share a topic or a city', async ({ page }) => {
    await page.goto(`/en/practices/${excerpt}`);
    const related = page.getByRole('region', { name: 'Related examples' }).getByRole('link');
    await expect(related).toHaveCount(3);
    await expect(related.filter({ hasText: 'A welcoming app' })).toHaveCount(0);
    await related.first().click();
    await expect(page).toHaveURL(/\/en\/practices\/[a-z0-9-]+$/);
  });

  test('the language switch stays at the example', async ({ page }) => {
    await page.goto(`/en/practices/${summary}`);
    await page.getByRole('link', { name: 'Français', exact: true }).click();
    await expect(page).toHaveURL(`/fr/practices/${summary}`);
    await expectTextIn(page, 'fr');
  });
});

for (const path of [
  `/en/practices/${excerpt}`,
  `/fr/practices/${summary}`,
  `/en/practices/${danish}/da`,
  '/sq/about',
]) {
  test(`every internal link of ${path} answers`, async ({ page, request }) => {
    await page.goto(path);
    const links = await page
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const internal = [...new Set(links)].filter((href) => href.startsWith('/'));
    expect(internal.length).toBeGreaterThan(4);
    expect(await findRefused(request, internal)).toEqual([]);
    for (const href of links.filter((link) => link.startsWith('#'))) {
      await expect(page.locator(`[id="${href.slice(1)}"]`), href).toHaveCount(1);
    }
  });
}

/** Title and sections are marked as being in a language. */
async function expectTextIn(page: Page, language: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', language);
  const passages = await page.getByRole('article').getByRole('region').getByRole('paragraph').all();
  expect(passages.length).toBeGreaterThan(0);
  const found = await Promise.all(
    passages.map((one) => one.evaluate((node) => node.closest('[lang]')?.getAttribute('lang'))),
  );
  expect([...new Set(found)]).toEqual([language]);
}

function pager(page: Page) {
  return page.getByRole('navigation', { name: 'Pages' });
}
