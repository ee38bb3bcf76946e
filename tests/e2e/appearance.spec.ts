import { expect, type Page } from '@playwright/test';
import { locales } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/support/audit-page';
import { test } from '#tests/support/page-fixture';
import { pageKinds } from '#tests/support/page-kinds';

for (const [kind, pathIn] of Object.entries(pageKinds)) {
  test(`${kind} in a dark scheme and in forced colours`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(pathIn('en'));
    expect(await readBrightness(page), 'the page is dark').toBeLessThan(64);
    await expectAccessible(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await page.goto(pathIn('en'));
    await expectAccessible(page, 'forced colours', { forcedColours: true });
  });
}

for (const locale of locales) {
  test(`filters and menu opened on a narrow screen in ${locale}`, async ({ page }) => {
    test.slow();
    const t = translatorOf(locale);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(`/${locale}?country=NO`);
      await page.getByRole('button', { name: t('listing.filtersSet', { count: 1 }) }).click();
      await expect(page.getByRole('form', { name: t('listing.filters') })).toBeVisible();
      await expectAccessible(page, `filters, ${scheme}`);
      await page.getByRole('button', { name: t('listing.closeFilters') }).click();
      await page.getByRole('button', { name: t('site.menu') }).click();
      await expect(page.getByRole('navigation', { name: t('site.mainNavigation') })).toBeVisible();
      await expectAccessible(page, `menu, ${scheme}`);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page, 'menu');
    }
  });
}

test.describe('on paper', { tag: '@both' }, () => {
  test('a list is its examples, without what can be clicked', async ({ page }) => {
    await page.goto('/en?country=PT');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'A welcoming app' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: /^\d+ examples$/ })).toBeVisible();
    for (const name of ['Main', 'Sort by', 'Pages'])
      await expect(page.getByRole('navigation', { name })).toHaveCount(0);
    await expect(page.getByRole('form', { name: 'Filters' })).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Skip to content' })).toHaveCount(0);
  });

  test('a record is its text and its facts, black on white', async ({ page }) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto('/en/practices/copenhagen-diversity-charter');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Purpose' })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Key facts' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Related examples' })).toHaveCount(0);
    expect(await readBrightness(page)).toBeGreaterThan(240);
    const ink = await page
      .getByRole('heading', { level: 1 })
      .evaluate((node) => getComputedStyle(node).color);
    expect(ink).toBe('rgb(0, 0, 0)');
  });
});

/** Brightness of the page's ground, 0 to 255. */
async function readBrightness(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
}
