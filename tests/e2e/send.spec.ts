import { type BrowserContext, expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import type { DraftFields } from '#domain/submission-fields';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible } from '#tests/support/audit-page';
import { filledFields } from '#tests/support/filled-draft';
import { test } from '#tests/support/page-fixture';
import { createPerson, drawEmail, readMailTo, signInAs } from '#tests/support/sign-in';

test.use({ signsIn: true });

const fields: DraftFields = {
  ...filledFields,
  country: 'IE',
  cities: ['cork'],
  topics: ['anti-discrimination-and-equality'],
};
const onSite = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

/** A signed-in officer with a draft; returns its id. */
async function begin(
  context: BrowserContext,
  baseURL: string | undefined,
  { email, ...written }: Partial<DraftFields> & { email: string },
): Promise<string> {
  const account = await signInAs(context, baseURL ?? '', { email, name: 'Mira', cities: ['cork'] });
  const id = `d${account.slice(1)}`;
  await onSite('insert into submission (id, fields) values ($1, $2)', [
    id,
    JSON.stringify({ ...fields, ...written }),
  ]);
  await onSite('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)', [
    id,
    account,
  ]);
  return id;
}

test.describe('an officer', { tag: '@both' }, () => {
  test('is led to each gap, sends, gets a receipt, takes it back, opens it again and deletes it', async ({
    page,
    context,
    baseURL,
  }) => {
    // A long way, on a machine that may be busy with something else.
    test.slow();
    const email = drawEmail('send');
    const id = await begin(context, baseURL, { email, title: '' });
    await page.goto('/en/submissions');
    await expect(page.getByRole('rowheader', { name: 'Example without a title' })).toBeVisible();
    await page.goto(`/en/submissions/${id}/send`);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page).toHaveTitle(/^Error: /);
    const summary = page.locator('#problems');
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link')).toHaveText([
      'Enter the title of the example',
      'Confirm that the example may be published',
    ]);
    await summary.getByRole('link', { name: 'Enter the title of the example' }).click();
    await expect(page).toHaveURL(`/en/submissions/${id}/story?check=1#title`);
    await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
    await onSite(`update submission set fields = fields || '{"title": "Café of languages"}' where id = $1`, [
      id,
    ]);

    await page.goto(`/en/submissions/${id}/send`);
    await expect(page.getByText('Nothing is missing.')).toBeVisible();
    await page.getByLabel('The city agrees that this example is published').check();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page).toHaveURL(`/en/submissions/${id}/sent`);
    const reference = await page.locator('.reference').textContent();
    expect(reference).toMatch(/^IC-\d{4}-\d{4}$/);
    expect(await readMailTo(email)).toContain(reference);

    await page.goto('/en/submissions');
    await expect(page.getByRole('row', { name: /Café of languages/ })).toContainText('Sent');
    await page.getByRole('link', { name: 'See where it stands: Café of languages' }).click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('Nobody reads your example now.')).toBeVisible();
    await page.getByRole('button', { name: 'Open it again' }).click();
    await expect(page).toHaveURL(`/en/submissions/${id}/place`);
    await page.goto('/en/submissions');
    await page.getByRole('link', { name: 'Delete: Café of languages' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await expect(page.getByText('The draft is deleted.')).toBeVisible();
    await expect(page.getByText('You have not begun an example yet.')).toBeVisible();
    expect((await page.goto(`/en/submissions/${id}/sent`))?.status()).toBe(404);
  });

  test('sees the page as it will be, and takes a copy home', async ({ page, context, baseURL, request }) => {
    const id = await begin(context, baseURL, {
      email: drawEmail('preview'),
      contactPublic: 'yes',
      otherPlaces: 'Cobh',
    });
    await page.goto(`/en/submissions/${id}/preview`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Café of languages');
    await expect(page.locator('.place-line')).toHaveText('Ireland · Cork · 2019–2021');
    await expect(page.getByRole('complementary')).toContainText('mira@cork.example');
    await expect(page.getByText('Besides the list: Cobh.')).toBeVisible();
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const copy = await request.get(`/en/submissions/${id}/copy`, { headers: { cookie: cookies } });
    expect(copy.headers()['content-type']).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await copy.body()));
    expect(Object.keys(files)).toEqual(['submission.json', 'submission.md']);
    expect(JSON.parse(new TextDecoder().decode(files['submission.json'])).fields.title).toBe(
      'Café of languages',
    );
    expect(new TextDecoder().decode(files['submission.md'])).toContain('## Purpose\n\nTo let people meet.');
  });

  test('writes together with a colleague of the same city', async ({ page, context, baseURL }) => {
    const colleague = drawEmail('colleague');
    await createPerson({ email: colleague, name: 'Niamh', cities: ['cork'] });
    const id = await begin(context, baseURL, { email: drawEmail('share') });
    await page.goto(`/en/submissions/${id}/share`);
    const address = page.getByLabel('E-mail address of a colleague');
    await address.fill('niamh at cork');
    await page.getByRole('button', { name: 'Let them write' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(address).toHaveValue('niamh at cork');
    await address.fill(colleague.toUpperCase());
    await page.getByRole('button', { name: 'Let them write' }).click();
    await expect(page.getByText('If this address belongs to a colleague of your city')).toBeVisible();
    await expect(page.getByRole('list').getByText('Niamh')).toBeVisible();
    expect(await readMailTo(colleague)).toContain(`/en/submissions/${id}/place`);
  });
});

test('two windows that send at once send once', async ({ context, baseURL }) => {
  const email = drawEmail('twice');
  const id = await begin(context, baseURL, { email, agreed: 'yes' });
  const windows = await Promise.all([context.newPage(), context.newPage()]);
  await Promise.all(windows.map((page) => page.goto(`/en/submissions/${id}/send`)));
  await Promise.all(
    windows.map((page) => page.getByRole('button', { name: 'Send', exact: true }).dblclick()),
  );
  await Promise.all(windows.map((page) => expect(page).toHaveURL(`/en/submissions/${id}/sent`)));
  const Counts = z.array(z.object({ kind: z.string(), count: z.coerce.number() }));
  const rows = await onSite(`select kind, count(*) from outbox_mail where "to" = $1 group by kind`, [email]);
  expect(Counts.parse(rows)).toEqual([{ kind: 'submission-receipt', count: 1 }]);
});

test('a stranger finds nothing, and nobody who is signed out changes anything', async ({
  context,
  baseURL,
  request,
}) => {
  const id = await begin(context, baseURL, { email: drawEmail('owner') });
  const headers = { origin: baseURL ?? '' };
  const verbs = ['send-now', 'withdraw', 'reopen', 'share/add', 'delete/now'];
  for (const verb of verbs) {
    const answer = await request.post(`/en/submissions/${id}/${verb}`, {
      headers,
      form: { agreed: 'yes' },
      maxRedirects: 0,
    });
    expect([answer.status(), answer.headers().location?.split('?')[0]], verb).toEqual([303, '/en/sign-in']);
  }
  await context.clearCookies();
  await signInAs(context, baseURL ?? '', { email: drawEmail('stranger') });
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const address of ['sent', 'send', 'preview', 'share', 'delete', 'copy']) {
    const answer = await request.get(`/en/submissions/${id}/${address}`, { headers: { cookie } });
    expect(answer.status(), address).toBe(404);
    expect(await answer.text(), address).not.toContain('Café of languages');
    if (address !== 'copy') expect(answer.headers().refresh, address).toBe('0;url=/en/missing');
  }
  for (const verb of verbs) {
    const form = { agreed: 'yes', email: 'x@y.example' };
    const answer = await request.post(`/en/submissions/${id}/${verb}`, {
      headers: { ...headers, cookie },
      form,
      maxRedirects: 0,
    });
    expect(answer.status(), verb).toBe(404);
  }
});

test('the pages around sending are accessible, with errors and without', async ({
  page,
  context,
  baseURL,
}) => {
  // The audit of a page takes seconds on a machine that is busy with something else.
  test.setTimeout(120_000);
  const id = await begin(context, baseURL, { email: drawEmail('axe'), summary: '' });
  for (const address of ['send', 'send?check=1', 'preview', 'share', 'delete']) {
    await page.goto(`/en/submissions/${id}/${address}`);
    await expectAccessible(page, address);
  }
  await onSite(`update submission set state = 'submitted', reference = $2 where id = $1`, [id, `IC-T-${id}`]);
  for (const address of [`/${id}/sent`, '']) {
    await page.goto(`/en/submissions${address}`);
    await expectAccessible(page, address);
  }
});
