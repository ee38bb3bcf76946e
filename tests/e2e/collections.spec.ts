import { expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';

test.describe('collections', { tag: '@both' }, () => {
  test('stand under the whole list, not under a filtered one', async ({ page }) => {
    await page.goto('/en?country=PT');
    await expect(page.getByRole('region', { name: 'Collections' })).toHaveCount(0);
    await page.goto('/en');
    await page.getByRole('main').getByRole('link', { name: 'Answering rumours' }).click();
    await expect(page).toHaveURL('/en/collections/answering-rumours');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Answering rumours');
  });

  test('show as many examples as they say, each of them once', async ({ page }) => {
    await page.goto('/en/collections/answering-rumours');
    const article = page.getByRole('article');
    const titles = await article.getByRole('heading', { level: 3 }).allTextContents();
    expect(titles.length).toBeGreaterThan(1);
    expect(new Set(titles).size).toBe(titles.length);
    await expect(article.getByRole('heading', { level: 2 })).toHaveText([`${titles.length} examples`]);
    await article.getByRole('heading', { level: 3 }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/en\/practices\//);
  });

  test('are there in every language, and the switch stays at them', async ({ page }) => {
    await page.goto('/en/collections/welcoming-newcomers');
    const english = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('link', { name: 'Français', exact: true }).click();
    await expect(page).toHaveURL('/fr/collections/welcoming-newcomers');
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'fr');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(english ?? '');
  });
});
