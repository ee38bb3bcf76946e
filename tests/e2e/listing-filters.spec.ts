import { expect } from '@playwright/test';
import {
  applyFilters,
  chosenFilters,
  exampleLinks,
  findOption,
  readCanonicalQuery,
  readCount,
  readTotal,
  tick,
  totalHeading,
} from '#tests/support/listing-page';
import { test } from '#tests/support/page-fixture';

test.describe('filters', { tag: '@both' }, () => {
  for (const [facet, value, query] of [
    ['Country', 'Portugal', 'country=PT'],
    ['City', 'Braga', 'city=braga'],
    ['Topic', 'Roma', 'topic=roma'],
    ['Language of the text', 'Shqip Albanian', 'language=sq'],
  ] as const) {
    test(`${facet}: ${value} gives as many examples as it says`, async ({ page }) => {
      await page.goto('/en');
      const count = await tick(page, facet, value);
      await applyFilters(page);
      await expect(totalHeading(page)).toHaveText(count === 1 ? '1 example' : `${count} examples`);
      expect(await exampleLinks(page).count()).toBe(Math.min(count, 20));
      expect(await readCanonicalQuery(page)).toBe(query);
      await expect(await findOption(page, facet, value)).toBeChecked();
    });
  }

  test('two values of a facet give the examples of both', async ({ page }) => {
    await page.goto('/en');
    const italy = await readCount(await findOption(page, 'Country', 'Italy'));
    const germany = await tick(page, 'Country', 'Germany');
    const norway = await tick(page, 'Country', 'Norway');
    await applyFilters(page);
    expect(await readTotal(page)).toBe(germany + norway);
    // A choice does not change what the other values of its facet would add.
    expect(await readCount(await findOption(page, 'Country', 'Italy'))).toBe(italy);
    expect(await readCanonicalQuery(page)).toBe('country=DE&country=NO');
    await expect(chosenFilters(page)).toHaveText([/^Germany/, /^Norway/, 'Clear all']);
  });

  test('a second facet narrows the first, by the number shown there', async ({ page }) => {
    await page.goto('/en');
    await tick(page, 'Country', 'Germany');
    await applyFilters(page);
    const both = await tick(page, 'Language of the text', 'Shqip Albanian');
    await applyFilters(page);
    expect(await readTotal(page)).toBe(both);
    expect(await readCanonicalQuery(page)).toBe('country=DE&language=sq');
  });

  test('a range of years shows what went on in it, and narrows the numbers', async ({ page }) => {
    await page.goto('/en');
    const all = await readTotal(page);
    await page.getByLabel('From year').fill('1980');
    await page.getByLabel('To year').fill('1999');
    await applyFilters(page);
    const old = await readTotal(page);
    expect(old).toBeGreaterThan(0);
    expect(old).toBeLessThan(all);
    expect(await readCanonicalQuery(page)).toBe('from=1980&to=1999');
    await expect(chosenFilters(page).first()).toHaveAccessibleName('Remove the filter: 1980 to 1999');
    expect(await readCount(await findOption(page, 'Country', 'Spain'))).toBeLessThanOrEqual(old);
    await expect(page.getByLabel('From year')).toHaveValue('1980');
  });

  test('one year includes what began before and went on', async ({ page }) => {
    await page.goto('/en?from=2020&to=2020');
    await expect(chosenFilters(page).first()).toHaveAccessibleName('Remove the filter: 2020');
    await page.goto('/en?from=2020&to=2020&country=PT');
    await expect(page.getByRole('link', { name: 'A welcoming app' })).toBeVisible();
  });

  test('each chosen filter is a link that takes it off, and all go at once', async ({ page }) => {
    await page.goto('/en?country=NO&country=DE&topic=roma&from=2000&sort=title');
    await chosenFilters(page).filter({ hasText: 'Roma' }).click();
    expect(await readCanonicalQuery(page)).toBe('country=DE&country=NO&from=2000&sort=title');
    await page.getByRole('link', { name: 'Remove the filter: from 2000' }).click();
    expect(await readCanonicalQuery(page)).toBe('country=DE&country=NO&sort=title');
    await page.getByRole('link', { name: 'Clear all' }).first().click();
    expect(await readCanonicalQuery(page)).toBe('sort=title');
    await expect(chosenFilters(page)).toHaveCount(0);
  });

  test('a value that would give nothing says 0 and can still be chosen', async ({ page }) => {
    await page.goto('/en?country=AL');
    expect(await tick(page, 'Language of the text', 'Dansk Danish')).toBe(0);
    await applyFilters(page);
    expect(await readTotal(page)).toBe(0);
    await expect(page.getByRole('heading', { name: 'No example matches all of this' })).toBeVisible();
  });

  test('zero results name the ways out, with what each gives', async ({ page }) => {
    await page.goto('/en?country=AL&language=da');
    await expect(page).toHaveTitle(/Albania, Danish – No examples/);
    const wayOut = page.getByRole('link', { name: /^Without Danish: / });
    const promised = Number.parseInt(((await wayOut.textContent()) ?? '').split(': ')[1] ?? '', 10);
    await wayOut.click();
    expect(await readTotal(page)).toBe(promised);
    await page.goto('/en?country=AL&language=da');
    await page.getByRole('link', { name: /^Show all \d+ examples/ }).click();
    await expect(page).toHaveURL('/en');
  });

  test('where one step is not enough, each filter alone is a way out', async ({ page }) => {
    await page.goto('/en?country=AL&language=da&from=1950&to=1951');
    await expect(page.getByRole('link', { name: /^Without / })).toHaveCount(0);
    const wayOut = page.getByRole('link', { name: /^Only Albania: / });
    const promised = Number.parseInt(((await wayOut.textContent()) ?? '').split(': ')[1] ?? '', 10);
    await wayOut.click();
    await expect(page).toHaveURL('/en?country=AL');
    expect(await readTotal(page)).toBe(promised);
  });

  test('the back button brings back the list and its filters', async ({ page }) => {
    await page.goto('/en?country=AL');
    await tick(page, 'Country', 'Norway');
    await applyFilters(page);
    const total = await readTotal(page);
    await page.goBack();
    await expect(await findOption(page, 'Country', 'Norway')).not.toBeChecked();
    await expect(await findOption(page, 'Country', 'Albania')).toBeChecked();
    expect(await readTotal(page)).toBeLessThan(total);
    await page.goForward();
    await expect(await findOption(page, 'Country', 'Norway')).toBeChecked();
    expect(await readTotal(page)).toBe(total);
  });

  test('the language switch keeps filters, order and page', async ({ page }) => {
    await page.goto('/en?topic=leadership-and-political-commitment&sort=title&page=2');
    const total = await readTotal(page);
    await page.getByRole('link', { name: 'Français', exact: true }).click();
    await expect(page).toHaveURL('/fr?topic=leadership-and-political-commitment&sort=title&page=2');
    await expect(page.getByRole('heading', { level: 2, name: `${total} exemples, page 2` })).toBeVisible();
    await page.getByRole('link', { name: 'Shqip', exact: true }).click();
    await expect(page).toHaveURL('/sq?topic=leadership-and-political-commitment&sort=title&page=2');
  });
});

test('every topic and every language gives as many examples as it says', async ({ page, request }) => {
  await page.goto('/en');
  for (const facet of ['Topic', 'Language of the text']) {
    await page
      .getByRole('group', { name: facet, exact: true })
      .getByText(/^All \d+ /)
      .click();
  }
  const options = page.getByRole('checkbox').and(page.locator('[name="topic"], [name="language"]'));
  const promised = await Promise.all(
    (await options.all()).map(async (option) => ({
      query: `${await option.getAttribute('name')}=${await option.inputValue()}`,
      count: await readCount(option),
    })),
  );
  expect(promised.length).toBeGreaterThan(20);
  const given = [];
  for (const { query } of promised) {
    const text = await (await request.get(`/en?${query}`)).text();
    given.push({ query, count: Number(/>(\d+) examples?<\/h2>/.exec(text)?.[1]) });
  }
  expect(given).toEqual(promised);
});
