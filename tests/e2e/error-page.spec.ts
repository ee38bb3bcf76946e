import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';

const address = '/en/error?reference=1a2b3c4d&from=%2Fen%3Fcountry%3DPT';

test.describe('the error page', { tag: '@both' }, () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`reads well in ${colorScheme}, also on a narrow screen`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 600 });
      const response = await page.goto(address);
      expect(response?.status()).toBe(500);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong on our side');
      await expect(page.getByText('1a2b3c4d')).toBeVisible();
      const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(background).toBe(colorScheme === 'dark' ? 'rgb(20, 21, 31)' : 'rgb(250, 248, 243)');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  }

  test('leads back to where one was, and nowhere else', async ({ page }) => {
    const again = page.getByRole('link', { name: 'Try again' });
    await page.goto(address);
    await expect(again).toHaveAttribute('href', '/en?country=PT');
    for (const from of [
      'https://example.org',
      '//example.org',
      '/\\example.org',
      '/fr',
      'javascript:alert(1)',
      '',
    ]) {
      await page.goto(`/en/error?${new URLSearchParams({ from })}`);
      await expect(again).toHaveAttribute('href', '/en');
    }
  });

  test('shows no reference that is none', async ({ page }) => {
    await page.goto(`/en/error?${new URLSearchParams({ reference: '<b>bold</b>' })}`);
    await expect(page.getByText('Reference')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the error page in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
}
