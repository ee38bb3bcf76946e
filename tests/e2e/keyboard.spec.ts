import { expect, type Page } from '@playwright/test';
import { exampleLinks } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

test.describe('keyboard', { tag: '@both' }, () => {
  for (const path of ['/en', '/en/practices/a-welcoming-app', '/en/about', '/en/no-such-page']) {
    test(`on ${path} the first stop skips to the content`, async ({ page }) => {
      await page.goto(path);
      const skip = page.getByRole('link', { name: 'Skip to content' });
      await expect(skip).not.toBeInViewport();
      await page.keyboard.press('Tab');
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      await expect(page.locator('#content')).toBeFocused();
    });
  }

  test('from there the first example is a few stops away', async ({ page }) => {
    await page.goto('/en');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const first = exampleLinks(page).first();
    for (let stops = 1; stops <= 6; stops += 1) {
      await page.keyboard.press('Tab');
      if (await first.evaluate((node) => node === document.activeElement)) return;
    }
    throw new Error('more than 6 stops');
  });

  test('the filters of a narrow screen open, close with Escape and give the focus back', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/en');
    const button = page.getByRole('button', { name: 'Filters', exact: true });
    const panel = page.getByRole('form', { name: 'Filters' });
    await expect(panel).toBeHidden();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(panel).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(panel.getByRole('button', { name: 'Close the filters' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('the menu of a narrow screen does so too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/en/practices/a-welcoming-app');
    const button = page.getByRole('button', { name: 'Menu' });
    const menu = page.getByRole('navigation', { name: 'Main' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(menu).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('link', { name: 'Examples' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('a filter is chosen and sent with the keyboard alone', async ({ page }) => {
    await page.goto('/en');
    const option = page.getByRole('group', { name: 'Country' }).getByRole('checkbox').first();
    await option.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Chosen filters' })).toBeVisible();
  });

  for (const [width, path] of [
    [1280, '/en?country=NO'],
    [1280, '/en/practices/copenhagen-diversity-charter'],
    [390, '/en'],
  ] as const) {
    test(`every stop of ${path} at ${width} px can be seen and shows that it has the focus`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(path);
      const { stops, unseen } = await walkStops(page);
      expect(stops).toBeGreaterThan(15);
      expect(unseen).toEqual([]);
    });
  }
});

test('inside the open filters every stop can be seen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto('/en?country=NO');
  await page.getByRole('button', { name: 'Filters (1)' }).click();
  const { stops, unseen } = await walkStops(page, 30);
  expect(stops).toBe(30);
  expect(unseen).toEqual([]);
});

/** Tabs on to the end of the page, or `limit` stops, and names those that are covered or show no focus. */
async function walkStops(page: Page, limit = 200): Promise<{ stops: number; unseen: string[] }> {
  const unseen: string[] = [];
  for (let stops = 0; stops < limit; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeStop);
    if (stop === null) return { stops, unseen };
    if (stop.reason) unseen.push(`${stop.name}: ${stop.reason}`);
  }
  return { stops: limit, unseen };
}

/** Runs in the page: what has the focus and why it cannot be seen, or null at the end of the page. */
function describeStop() {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const { left, top, width, height } = stop.getBoundingClientRect();
  const middle = document.elementFromPoint(left + Math.min(width, innerWidth) / 2, top + height / 2);
  const isCovered = !middle || !(stop.contains(middle) || middle.contains(stop));
  const marks = [getComputedStyle(stop), getComputedStyle(stop, '::after')];
  const isMarked = marks.some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
  );
  const name = stop.outerHTML.slice(0, 120);
  return {
    name,
    reason: isCovered ? `covered by ${middle?.outerHTML.slice(0, 80)}` : isMarked ? '' : 'shows no focus',
  };
}
