import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { findOption, readTotal, totalHeading } from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

test.describe('a long facet', () => {
  test('shows what is typed, without accents, and all again on Escape', async ({ page }) => {
    await page.goto('/en');
    const city = facet(page, 'City');
    expect(await city.getByRole('checkbox', { includeHidden: true }).count()).toBeLessThanOrEqual(24);
    const all = /\d+/.exec((await wholeLink(city).textContent()) ?? '')?.[0];
    const inSight = await city.getByRole('checkbox').count();
    await finder(city).fill('setub');
    await expect(city.getByRole('checkbox')).toHaveCount(1);
    await expect(city.getByRole('checkbox', { name: /^Setúbal \d+$/ })).toBeVisible();
    await expect(city.getByRole('status')).toHaveText(`1 of ${all}`);
    await finder(city).press('Enter');
    await expect(page).toHaveURL('/en');
    await finder(city).press('Escape');
    await expect(finder(city)).toHaveValue('');
    await expect(city.getByRole('checkbox')).toHaveCount(inSight);
    await expect(city.getByRole('status')).toHaveText('');
  });

  test('a value that was not sent can be found, chosen and taken off', async ({ page }) => {
    await page.goto('/en');
    const city = facet(page, 'City');
    await finder(city).fill('zuri');
    const zurich = city.getByRole('checkbox', { name: /^Zurich \d+$/ });
    await zurich.focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL('/en?city=zurich');
    await expect(zurich).toBeChecked();
    await expect(zurich).toBeFocused();
    await expect(city.getByRole('checkbox')).toHaveCount(1);
    await zurich.uncheck();
    await expect(page).toHaveURL('/en');
    await expect(zurich).not.toBeChecked();
  });

  test('where the whole list cannot be had, what was sent is searched, and the link stays', async ({
    page,
  }) => {
    await page.route('**/filters/city', (route) => route.fulfill({ status: 200, body: '' }));
    await page.goto('/en');
    const city = facet(page, 'City');
    await finder(city).fill('o');
    expect(await city.getByRole('checkbox').count()).toBeGreaterThan(0);
    await expect(wholeLink(city)).toBeVisible();
  });

  test('says when nothing is left', async ({ page }) => {
    await page.goto('/en');
    const country = facet(page, 'Country');
    await finder(country).fill('zzz');
    await expect(country.getByRole('checkbox')).toHaveCount(0);
    await expect(country.getByRole('status')).toHaveText(/^0 of \d+$/);
  });

  test('keeps what is typed while the list changes', async ({ page }) => {
    await page.goto('/en');
    const country = facet(page, 'Country');
    await finder(country).fill('land');
    const found = await country.getByRole('checkbox').count();
    await country.getByRole('checkbox', { name: /^Ireland / }).check();
    await expect(page).toHaveURL('/en?country=IE');
    await expect(country.getByRole('checkbox')).toHaveCount(found);
    await expect(country.getByRole('checkbox').first()).toHaveAccessibleName(/^Ireland/);
    await expect(finder(country)).toHaveValue('land');
  });

  test('has no field where it is short', async ({ page }) => {
    await page.goto('/en?country=PT');
    for (const group of await page
      .getByRole('group')
      .filter({ has: page.getByRole('textbox', { name: 'Find in this list' }) })
      .all()) {
      expect(await group.getByRole('checkbox', { includeHidden: true }).count()).toBeGreaterThan(12);
    }
  });

  test('in the panel of narrow screens, Escape empties the field before it closes the panel', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/en');
    await page.getByRole('button', { name: 'Filters' }).click();
    const country = facet(page, 'Country');
    await finder(country).fill('nor');
    await expect(country.getByRole('checkbox')).toHaveCount(1);
    await finder(country).press('Escape');
    await expect(finder(country)).toBeVisible();
    await finder(country).press('Escape');
    await expect(finder(country)).toBeHidden();
  });
});

test.describe('on a wide screen a filter applies itself', () => {
  test('with one history entry each, and Back exact', async ({ page }) => {
    await page.goto('/en');
    const all = await readTotal(page);
    await (await findOption(page, 'Country', 'Norway')).check();
    await expect(page).toHaveURL('/en?country=NO');
    await (await findOption(page, 'Country', 'Germany')).check();
    await expect(page).toHaveURL('/en?country=DE&country=NO');
    await (await findOption(page, 'Country', 'Norway')).uncheck();
    await expect(page).toHaveURL('/en?country=DE');
    const one = await readTotal(page);
    await page.goBack();
    await expect(page).toHaveURL('/en?country=DE&country=NO');
    await expect(checked(page)).toHaveCount(2);
    await page.goBack();
    await expect(page).toHaveURL('/en?country=NO');
    await expect(checked(page)).toHaveCount(1);
    await expect(await findOption(page, 'Country', 'Norway')).toBeChecked();
    await page.goBack();
    await expect(page).toHaveURL('/en');
    await expect(checked(page)).toHaveCount(0);
    expect(await readTotal(page)).toBe(all);
    await page.goForward();
    await page.goForward();
    await page.goForward();
    await expect(await findOption(page, 'Country', 'Germany')).toBeChecked();
    await expect(checked(page)).toHaveCount(1);
    expect(await readTotal(page)).toBe(one);
  });

  test('several quick changes are one state', async ({ page }) => {
    await page.goto('/en');
    const countries = facet(page, 'Country').getByRole('checkbox');
    await expect(finder(facet(page, 'Country'))).toBeVisible();
    // In one go, since a slow machine would take a while between two clicks.
    const query = await countries.evaluateAll((boxes) => {
      const two = boxes.filter((box) => box instanceof HTMLInputElement).slice(0, 2);
      for (const box of two) box.click();
      const values = two.map(({ value }) => value).sort();
      return values.map((value) => `country=${value}`).join('&');
    });
    await expect(page).toHaveURL(`/en?${query}`);
    await page.goBack();
    await expect(page).toHaveURL('/en');
  });

  test('a change made while the last one loads is not lost', async ({ page }) => {
    await page.route(/_rsc=/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue().catch(() => {});
    });
    await page.goto('/en');
    await (await findOption(page, 'Country', 'Norway')).check();
    await page.waitForRequest(/country=NO&_rsc=/);
    await page.waitForTimeout(400);
    await (await findOption(page, 'Country', 'Germany')).check();
    await expect(page).toHaveURL('/en?country=DE&country=NO');
    await expect(checked(page)).toHaveCount(2);
  });

  test('neither is one made while two are on their way, and the fields never say otherwise', async ({
    page,
  }) => {
    let held = 0;
    await page.route(/_rsc=/, async (route) => {
      held += 1;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => {});
    });
    await page.goto('/en');
    const norway = await findOption(page, 'Country', 'Norway');
    const germany = await findOption(page, 'Country', 'Germany');
    await norway.check();
    await expect.poll(() => held).toBe(1);
    await germany.check();
    await expect.poll(() => held).toBe(2);
    const seen: string[] = [];
    while (!page.url().endsWith('/en?country=DE&country=NO')) {
      seen.push(`${await norway.isChecked()} ${await germany.isChecked()}`);
      await page.waitForTimeout(50);
    }
    expect([...new Set(seen)]).toEqual(['true true']);
    await expect(checked(page)).toHaveCount(2);
  });

  test('the focus stays on what was ticked, also when it moves up', async ({ page }) => {
    await page.goto('/en');
    const option = await findOption(page, 'Country', 'Türkiye');
    await option.focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL('/en?country=TR');
    await expect(totalHeading(page)).toBeVisible();
    const moved = facet(page, 'Country').getByRole('checkbox').first();
    await expect(moved).toHaveAccessibleName(/^Türkiye/);
    await expect(moved).toBeFocused();
    await expect(moved).toBeInViewport();
  });

  test('the total is said politely, and title and canonical address follow', async ({ page }) => {
    await page.goto('/en');
    const said = page.getByRole('form', { name: 'Filters' }).getByRole('status').last();
    await expect(said).toHaveText('');
    await (await findOption(page, 'Country', 'Norway')).check();
    await expect(page).toHaveURL('/en?country=NO');
    await expect(said).toHaveText((await totalHeading(page).textContent()) ?? '');
    await expect(page).toHaveTitle(/^Norway – /);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\?country=NO$/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test('years wait until the field is left', async ({ page }) => {
    await page.goto('/en');
    await page.getByLabel('From year').pressSequentially('2015', { delay: 200 });
    await expect(page).toHaveURL('/en');
    await page.getByLabel('From year').press('Tab');
    await page.getByLabel('To year').pressSequentially('20', { delay: 30 });
    await expect(page).toHaveURL('/en?from=2015');
    await expect(page.getByLabel('To year')).toBeFocused();
    await expect(page.getByLabel('To year')).toHaveValue('20');
    await page.getByLabel('To year').pressSequentially('18');
    await page.getByLabel('To year').press('Enter');
    await expect(page).toHaveURL('/en?from=2015&to=2018');
    await page.goBack();
    await expect(page).toHaveURL('/en?from=2015');
  });

  test('words and order stay, the page number goes', async ({ page }) => {
    await page.goto('/en?q=city&sort=title&page=2');
    await (await findOption(page, 'Language of the text', 'English')).check();
    await expect(page).toHaveURL('/en?q=city&language=en&sort=title');
    await expect(page.getByRole('combobox')).toHaveValue('city');
  });

  test('the scroll position stays', async ({ page }) => {
    await page.goto('/en?country=NO&country=DE');
    const topics = facet(page, 'Topic');
    await topics.scrollIntoViewIfNeeded();
    const before = await topics.boundingBox();
    await topics.getByRole('checkbox').first().check();
    await expect(page).toHaveURL(/topic=/);
    expect((await topics.boundingBox())?.y).toBeGreaterThan((before?.y ?? 0) - 200);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  });
});

test('in the panel of narrow screens nothing applies itself', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/en');
  await page.getByRole('button', { name: 'Filters' }).click();
  await (await findOption(page, 'Country', 'Norway')).check();
  await page.waitForTimeout(900);
  await expect(page).toHaveURL('/en');
  await page.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/country=NO/);
});

test.describe('without JavaScript', { tag: '@no-javascript' }, () => {
  test('the facets are checkboxes, disclosures and a button', async ({ page }) => {
    await page.goto('/en');
    await expect(page.getByRole('textbox', { name: 'Find in this list' })).toHaveCount(0);
    await (await findOption(page, 'Country', 'Türkiye')).check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(/country=TR/);
  });

  test('every city can be chosen, on a page of its own where they are many', async ({ page }) => {
    await page.goto('/en?country=CH');
    const city = facet(page, 'City');
    await city.getByText('More', { exact: true }).click();
    const all = Number(/\d+/.exec((await wholeLink(city).textContent()) ?? '')?.[0]);
    await wholeLink(city).click();
    await expect(page.getByRole('heading', { level: 1, name: `All ${all} cities` })).toBeVisible();
    await expect(city.getByRole('checkbox')).toHaveCount(all);
    await expect(page.getByText('Numbers of examples with: Switzerland')).toBeVisible();
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
    await city.getByRole('checkbox', { name: /^Zurich / }).check();
    await page.getByRole('button', { name: 'Show the examples' }).click();
    await expect(page).toHaveURL('/en?country=CH&city=zurich');
    await expect(city.getByRole('checkbox').first()).toBeChecked();
  });
});

test('a page of values has one address, and there is none for what is no facet', async ({ request }) => {
  const moved = await request.get('/en/filters/city?topic=education&country=no&x=1', { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([
    308,
    '/en/filters/city?country=NO&topic=education',
  ]);
  for (const path of ['/en/filters', '/en/filters/year', '/en/filters/city/x'])
    expect((await request.get(path)).status()).toBe(404);
});

function facet(page: Page, name: string): Locator {
  return page.getByRole('group', { name, exact: true });
}

function finder(group: Locator): Locator {
  return group.getByRole('textbox', { name: 'Find in this list' });
}

/** "All 63 cities" */
function wholeLink(group: Locator): Locator {
  return group.getByRole('link', { name: /^All \d+ /, includeHidden: true });
}

function checked(page: Page): Locator {
  return page
    .getByRole('form', { name: 'Filters' })
    .getByRole('checkbox', { checked: true, includeHidden: true });
}
