import { expect, type Page } from '@playwright/test';
import { exampleLinks, readCanonicalQuery, readTotal, totalHeading } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

test.describe('order and pages', { tag: '@both' }, () => {
  test('paging shows every example once', async ({ page }) => {
    await page.goto('/en');
    const total = await readTotal(page);
    const seen = await readAllPages(page);
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(total);
  });

  test('a page names itself in heading, title, canonical address and pager', async ({ page }) => {
    await page.goto('/en');
    const pager = page.getByRole('navigation', { name: 'Pages' });
    await expect(pager.getByRole('link', { name: 'Previous' })).toHaveCount(0);
    await pager.getByRole('link', { name: 'Page 2' }).click();
    await expect(totalHeading(page)).toHaveText(/^\d+ examples, page 2 of \d+$/);
    await expect(page).toHaveTitle(/^\d+ examples, page 2 of \d+ – /);
    await expect(pager.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page');
    expect(await readCanonicalQuery(page)).toBe('page=2');
    await pager.getByRole('link', { name: 'Previous' }).click();
    await expect(page).toHaveURL('/en');
  });

  for (const locale of ['en', 'fr', 'sq']) {
    test(`by title, in the alphabet of ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}?sort=title`);
      const titles = await readAllPages(page, locale);
      const sorted = [...titles].sort(new Intl.Collator(locale, { numeric: true }).compare);
      expect(titles).toEqual(sorted);
    });
  }

  test('newest first, and oldest first where asked; those without a year last', async ({ page }) => {
    const newest = await readYears(page, '/en?country=PT&country=GB&country=DK');
    expect(newest).toEqual([...newest].sort((a, b) => b - a));
    const oldest = await readYears(page, '/en?country=PT&country=GB&country=DK&sort=oldest');
    const known = oldest.filter((year) => year > 0);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(oldest.slice(known.length).every((year) => year === 0)).toBe(true);
  });

  test('the order is a link that keeps the filter and says which it is', async ({ page }) => {
    await page.goto('/en?country=NO');
    const order = page.getByRole('navigation', { name: 'Sort by' });
    await expect(order.getByRole('link', { name: 'newest' })).toHaveAttribute('aria-current', 'true');
    await order.getByRole('link', { name: 'city' }).click();
    await expect(page).toHaveURL('/en?country=NO&sort=city');
    await expect(order.getByRole('link', { name: 'city' })).toHaveAttribute('aria-current', 'true');
  });
});

/** The titles of a list from the page shown to its last. */
async function readAllPages(page: Page, locale = 'en'): Promise<string[]> {
  const next = page.getByRole('link', {
    name: { en: 'Next', fr: 'Suivante', sq: 'Tjetra' }[locale],
    exact: true,
  });
  const titles: string[] = [];
  for (let reached = 1; reached < 50; reached += 1) {
    titles.push(...(await readTitles(page)));
    if ((await next.count()) === 0) return titles;
    await next.click();
    await page.waitForURL(new RegExp(`page=${reached + 1}$`));
  }
  throw new Error('the list does not end');
}

function readTitles(page: Page): Promise<string[]> {
  return page.getByRole('heading', { level: 3 }).allInnerTexts();
}

/** The first year of each example on a page, 0 where there is none. */
async function readYears(page: Page, path: string): Promise<number[]> {
  await page.goto(path);
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  const lines = await rows.getByRole('paragraph').filter({ hasText: ' · ' }).allInnerTexts();
  expect(lines.length).toBe(await exampleLinks(page).count());
  return lines.map((line) => Number(/\b(?:19|20)\d\d\b/.exec(line)?.[0] ?? 0));
}
