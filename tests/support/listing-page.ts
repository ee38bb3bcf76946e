import { expect, type Locator, type Page } from '@playwright/test';
import { facetNames } from '#domain/catalogue-filter';

/** The heading that says the total: "68 examples", or "No examples". */
export function totalHeading(page: Page): Locator {
  return page.getByRole('heading', { level: 2, name: /^(\d+|No) examples?\b/ });
}

/** The total of a list in English, as its heading says it. */
export async function readTotal(page: Page): Promise<number> {
  return Number.parseInt((await totalHeading(page).textContent()) ?? '', 10) || 0;
}

/** The links to the examples of a list, in their order. */
export function exampleLinks(page: Page): Locator {
  return page
    .getByRole('region', { name: /^\d+ examples?\b/ })
    .getByRole('heading', { level: 3 })
    .getByRole('link');
}

/**
 * The checkbox of a value, as a visitor finds it without scripts: behind its disclosure, or on the page that has all
 * values of a long facet. `findOption(page, 'Country', 'Portugal')`.
 */
export async function findOption(page: Page, facet: string, value: string): Promise<Locator> {
  const group = page.getByRole('group', { name: facet, exact: true });
  const option = group.getByRole('checkbox', { name: new RegExp(`^${value} \\d+$`) });
  if ((await option.count()) === 0)
    await group
      .getByText(/^(All \d+ |More$)/)
      .first()
      .click();
  if ((await option.count()) === 0) await group.getByRole('link', { name: /^All \d+ / }).click();
  await expect(option).toBeVisible();
  return option;
}

/** The number of examples printed next to a checkbox. */
export async function readCount(option: Locator): Promise<number> {
  const name = /"(.*)"/.exec(await option.ariaSnapshot())?.[1] ?? '';
  const count = / (\d+)$/.exec(name)?.[1];
  if (count === undefined) throw new Error(`no number in "${name}"`);
  return Number(count);
}

/** Ticks a value and returns the number printed next to it before. */
export async function tick(page: Page, facet: string, value: string): Promise<number> {
  const option = await findOption(page, facet, value);
  const count = await readCount(option);
  await option.check();
  return count;
}

/** Sends the filters as a visitor does, and waits for the list that answers them. */
export async function applyFilters(page: Page): Promise<void> {
  const form = page.getByRole('form', { name: 'Filters' });
  const ticked = form.getByRole('checkbox', { checked: true, includeHidden: true });
  const chosen = await ticked
    .or(form.getByLabel(/^(From|To) year$/))
    .evaluateAll((fields) =>
      fields.flatMap((field) =>
        field instanceof HTMLInputElement && field.value ? [`${field.name}=${field.value}`] : [],
      ),
    );
  await form.getByRole('button', { name: /^(Apply filters|Show the examples)$/ }).click();
  const names: readonly string[] = [...facetNames, 'from', 'to'];
  await page.waitForURL(({ searchParams }) => {
    const asked = [...searchParams].filter(([name, value]) => names.includes(name) && value);
    return String(asked.map((pair) => pair.join('=')).sort()) === String(chosen.sort());
  });
}

/** The chosen filters above the list: one link each. */
export function chosenFilters(page: Page): Locator {
  return page.getByRole('list', { name: 'Chosen filters' }).getByRole('link');
}

/** The query of the page's canonical address, in order: `country=PT&from=2020`. */
export async function readCanonicalQuery(page: Page): Promise<string> {
  // No role: it stands in the head.
  const href = await page.locator('link[rel="canonical"]').getAttribute('href');
  return new URL(href ?? '').search.slice(1);
}

/** The search field, whether a script has made a combobox of it or not. */
export function searchField(page: Page): Locator {
  return page.getByRole('search').getByRole('searchbox').or(page.getByRole('search').getByRole('combobox'));
}
