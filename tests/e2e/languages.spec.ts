import { expect, type Page } from '@playwright/test';
import { test } from '#tests/support/page-fixture';

test.describe('languages of a page', { tag: '@both' }, () => {
  test('an example in another language says so, in a list and among the related ones', async ({ page }) => {
    await page.goto('/fr?country=PT');
    expect(await readLanguage(page, 'A welcoming app')).toBe('en');
    await page.goto('/en?country=BE');
    expect(await readLanguage(page, /^Përmirësimi i mbledhjes/)).toBe('sq');
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: /^.*Albanian$/ })
        .first(),
    ).toBeVisible();
    await page.goto('/fr?q=Bilbao');
    expect(await readLanguage(page, /Bilbao/)).toBe('fr');
  });

  test('each language of the switch is named in itself', async ({ page }) => {
    await page.goto('/en');
    for (const [name, locale] of [
      ['Français', 'fr'],
      ['Shqip', 'sq'],
      ['العربية', 'ar'],
    ] as const) {
      const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
      await expect(link).toHaveAttribute('lang', locale);
      await expect(link).toHaveAttribute('hreflang', locale);
    }
  });

  test('Arabic is read from the right, and what is not Arabic from the left', async ({ page }) => {
    await page.goto('/ar?country=PT');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    const title = page.getByRole('link', { name: 'A welcoming app', exact: true });
    const foreign = title.locator('xpath=ancestor-or-self::*[@lang][1]');
    await expect(foreign).toHaveAttribute('lang', 'en');
    await expect(foreign).toHaveAttribute('dir', 'ltr');
    await title.click();
    await expect(page.getByRole('complementary').getByRole('link', { name: 'البرتغال' })).toBeVisible();
    await page.getByRole('link', { name: 'English', exact: true }).first().click();
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  });

  test('languages of texts are named in themselves and in the reader’s', async ({ page }) => {
    await page.goto('/fr');
    const group = page.getByRole('group', { name: 'Langue du texte', exact: true });
    await expect(group.getByRole('checkbox', { name: /^Shqip Albanais \d+$/ })).toBeVisible();
    await expect(group.getByText('Shqip', { exact: true })).toHaveAttribute('lang', 'sq');
    await expect(group.getByRole('checkbox', { name: /^Français \d+$/ })).toBeVisible();
  });

  test('countries, cities and topics are named in the reader’s language', async ({ page }) => {
    await page.goto('/fr/practices/neighbourhood-mothers-stadtteilmutter-in-neukolln');
    await expect(page.getByRole('complementary').getByRole('link', { name: 'Allemagne' })).toBeVisible();
    await page.goto('/sq/practices/copenhagen-diversity-charter');
    await expect(page.getByRole('complementary').getByRole('link', { name: 'Danimarkë' })).toBeVisible();
    await expect(page.getByRole('complementary').getByRole('link', { name: 'Kopenhaga' })).toBeVisible();
  });
});

/** The language that assistive technology reads a link in. */
function readLanguage(page: Page, name: string | RegExp): Promise<string | null | undefined> {
  const link = page.getByRole('main').getByRole('heading').getByRole('link', { name }).first();
  return link.evaluate((node) => node.closest('[lang]')?.getAttribute('lang'));
}
