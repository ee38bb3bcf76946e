import { expect, type Locator, type Page } from '@playwright/test';

/** Begins an example as the button on the list does, and opens its first step; returns its id. */
export async function beginExample(page: Page, locale = 'en'): Promise<string> {
  const origin = new URL(page.url() === 'about:blank' ? await openAnything(page) : page.url()).origin;
  const answer = await page.request.post(`/${locale}/submissions/new`, {
    headers: { Origin: origin },
    form: {},
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  const address = answer.headers().location ?? '';
  await page.goto(address);
  return address.split('/')[3] ?? '';
}

async function openAnything(page: Page): Promise<string> {
  await page.goto('/en/about');
  return page.url();
}

/** Presses a button and waits for the page that the redirect leads to. */
export async function press(page: Page, name: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name, exact: true }).last().click(),
  ]);
}

/** The field of a text by its label, whether it says that it may stay empty or not. */
export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${label}(?: \\(optional\\))?$`) });
}
