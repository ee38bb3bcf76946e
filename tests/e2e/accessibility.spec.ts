import { expect } from '@playwright/test';
import { directionOf, locales } from '#i18n/locales';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { test } from '#tests/support/page-fixture';
import { pageKinds } from '#tests/support/page-kinds';

const widths = [1280, 390, 320];

for (const [kind, pathIn] of Object.entries(pageKinds)) {
  for (const locale of locales) {
    test(`${kind} in ${locale}`, async ({ page }) => {
      test.slow();
      await page.goto(pathIn(locale));
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('html')).toHaveAttribute('dir', directionOf(locale));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await expectAccessible(page, `${width} px wide`);
        await expectNoSidewaysScroll(page, `${width} px wide`);
        await expectOrderlyHeadings(page);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await expectNoSidewaysScroll(page, 'text twice as large');
    });
  }
}
