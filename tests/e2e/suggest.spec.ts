import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { totalHeading } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

test.describe('the search field', () => {
  test('suggests places, topics and examples in groups', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'inter');
    await expect(options(page).first()).toBeVisible();
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(list.getByRole('group', { name: 'Topics' }).getByRole('option').first()).toBeVisible();
    await expect(list.getByRole('group', { name: 'Examples' }).getByRole('option').first()).toBeVisible();
    expect(await options(page).count()).toBeLessThanOrEqual(8);
    await expect(status(page)).toHaveText(`${await options(page).count()} suggestions`);
  });

  test('by keys alone: down, up, round, and Enter goes there', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'inter');
    const field = searchField(page);
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(field).not.toHaveAttribute('aria-activedescendant');
    const first = options(page).first();
    const last = options(page).last();
    await field.press('ArrowDown');
    await expectActive(field, first);
    await field.press('ArrowUp');
    await expect(field).not.toHaveAttribute('aria-activedescendant');
    await expect(options(page).and(page.getByRole('option', { selected: true }))).toHaveCount(0);
    await field.press('ArrowUp');
    await expectActive(field, last);
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    await expectActive(field, first);
    await expect(field).toBeFocused();
    await field.press('Enter');
    await expect(page).toHaveURL(/\?topic=/);
  });

  test('Enter without an option searches for what is typed', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'norw');
    await expect(options(page).first()).toBeVisible();
    await searchField(page).press('Enter');
    await expect(page).toHaveURL('/en?q=norw');
  });

  test('Home, End and the arrows to the sides lead back into the field', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'inter');
    const field = searchField(page);
    await expect(options(page).first()).toBeVisible();
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      await field.press('ArrowDown');
      await expectActive(field, options(page).first());
      await field.press(key);
      await expect(field).not.toHaveAttribute('aria-activedescendant');
    }
    await field.press('Home');
    await field.press('x');
    await expect(field).toHaveValue('xinter');
  });

  test('keys that compose a letter choose nothing', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'inter');
    const field = searchField(page);
    await expect(options(page).first()).toBeVisible();
    await field.press('ArrowDown');
    await field.evaluate((node) => {
      const composing = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
      node.dispatchEvent(new KeyboardEvent('keydown', composing));
      node.dispatchEvent(new KeyboardEvent('keydown', { ...composing, isComposing: false, keyCode: 229 }));
    });
    await page.waitForTimeout(300);
    await expect(page).toHaveURL('/en');
    await expect(options(page).first()).toBeVisible();
  });

  test('a click elsewhere closes the list', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'inter');
    await expect(options(page).first()).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(options(page)).toHaveCount(0);
    await expect(searchField(page)).toHaveValue('inter');
  });

  test('without an answer the field goes on as a field', async ({ page }) => {
    await page.route('**/api/suggest*', (route) => route.fulfill({ status: 200, body: 'none' }));
    await page.goto('/en');
    await type(page, 'norw');
    await page.waitForTimeout(500);
    await expect(searchField(page)).toHaveAttribute('aria-expanded', 'false');
    await searchField(page).press('Enter');
    await expect(page).toHaveURL('/en?q=norw');
  });

  test('Escape closes first and clears next; the arrow asks again', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'norw');
    await expect(options(page)).not.toHaveCount(0);
    const field = searchField(page);
    await field.press('Escape');
    await expect(options(page)).toHaveCount(0);
    await expect(field).toHaveValue('norw');
    await field.press('ArrowDown');
    await expect(options(page)).not.toHaveCount(0);
    await field.press('Escape');
    await field.press('Escape');
    await expect(field).toHaveValue('');
  });

  test('Tab leaves the field and the list, and chooses nothing', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'norw');
    await expect(options(page)).not.toHaveCount(0);
    await searchField(page).press('ArrowDown');
    await searchField(page).press('Tab');
    await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
    await expect(options(page)).toHaveCount(0);
    await expect(page).toHaveURL('/en');
  });

  test('a click on a suggestion follows it', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'norw');
    await page.getByRole('option', { name: 'Norway', exact: true }).click();
    await expect(page).toHaveURL('/en?country=NO');
  });

  test('a name in another language leads to the place, and says so', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'lissab');
    await expect(options(page)).toHaveAccessibleName('Lisbon (Lissabon) Portugal');
    await searchField(page).fill('wel');
    await expect(page.getByRole('option', { name: 'A welcoming app Portugal' })).toBeVisible();
  });

  test('a title in another language says its language', async ({ page }) => {
    await page.goto('/en');
    await type(page, 'hulumtimit');
    const title = options(page).getByText('Provokimi i debatit');
    await expect(title).toHaveAttribute('lang', 'sq');
    await options(page).click();
    await expect(page).toHaveURL('/en/practices/structural-racism-research-bergen');
  });

  test('an answer that comes too late is not shown', async ({ page }) => {
    await page.route('**/api/suggest?q=norw*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue().catch(() => {});
    });
    await page.goto('/en');
    await type(page, 'norw');
    await page.waitForRequest(/q=norw&/);
    await searchField(page).fill('lisb');
    await expect(page.getByRole('option', { name: /^Lisbon/ })).toBeVisible();
    await page.waitForTimeout(1_100);
    await expect(page.getByRole('option', { name: /^Lisbon/ })).toBeVisible();
    await expect(page.getByRole('option', { name: 'Norway', exact: true })).toHaveCount(0);
  });

  test('quick typing asks once', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/suggest')) asked.push(new URL(request.url()).search);
    });
    await page.goto('/en');
    await type(page, 'norway', 20);
    await expect(options(page)).not.toHaveCount(0);
    expect(asked).toEqual(['?q=norway&locale=en']);
  });

  test('nothing moves when the list opens', async ({ page }) => {
    await page.goto('/en');
    const heading = totalHeading(page);
    const before = await heading.boundingBox();
    await type(page, 'inter');
    await expect(options(page)).not.toHaveCount(0);
    expect(await heading.boundingBox()).toEqual(before);
  });

  for (const [locale, words, heading, count] of [
    ['fr', 'norv', 'Pays', '1 suggestion'],
    ['sq', 'norve', 'Shtete', '1 sugjerim'],
  ] as const) {
    test(`speaks ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}`);
      await type(page, words);
      await expect(page.getByRole('group', { name: heading }).getByRole('option')).toHaveCount(1);
      await expect(status(page)).toHaveText(count);
    });
  }

  for (const [what, options] of [
    ['a wide screen', {}],
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    ['dark', { colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
  ] as const) {
    test.describe(what, () => {
      test.use(options);

      test('the list open and closed passes axe, and fits', async ({ page }) => {
        await page.goto('/en');
        await expectAccessible(page);
        await type(page, 'inter');
        await expect(page.getByRole('option').first()).toBeVisible();
        await searchField(page).press('ArrowDown');
        await expect(page.getByRole('option', { selected: true })).toBeVisible();
        await expectAccessible(page);
        const { scrollWidth, width } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          width: document.documentElement.clientWidth,
        }));
        expect(scrollWidth).toBeLessThanOrEqual(width);
        for (const option of await page.getByRole('option').all()) {
          expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        }
      });
    });
  }

  test('right to left the list is the field’s mirror', async ({ page }) => {
    await page.goto('/en');
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await type(page, 'inter');
    const list = await page.getByRole('listbox').boundingBox();
    const field = await searchField(page).boundingBox();
    expect(list?.x).toBeCloseTo(field?.x ?? 0, 0);
    expect(list?.width).toBeCloseTo(field?.width ?? 0, 0);
  });
});

test.describe('without JavaScript', { tag: '@no-javascript' }, () => {
  test('the field is a plain search field of its form', async ({ page }) => {
    await page.goto('/en');
    const field = page.getByRole('searchbox', { name: 'Search the examples' });
    await expect(field).not.toHaveAttribute('autocomplete', 'off');
    await field.fill('norway');
    await field.press('Enter');
    await expect(page).toHaveURL('/en?q=norway');
    await expect(page.getByRole('listbox')).toHaveCount(0);
  });
});

function searchField(page: Page): Locator {
  return page.getByRole('combobox', { name: /./ });
}

function options(page: Page): Locator {
  return page.getByRole('option');
}

function status(page: Page): Locator {
  return page.getByRole('search').getByRole('status');
}

async function type(page: Page, words: string, delay = 30): Promise<void> {
  await searchField(page).pressSequentially(words, { delay });
}

async function expectActive(field: Locator, option: Locator): Promise<void> {
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
}

async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page });
  // With forced colours the colours are the system's, which axe does not know.
  const forced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  const { violations } = await (forced ? axe.disableRules('color-contrast') : axe).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
