import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { refusedFiles } from '#tests/support/hostile-files';
import { test } from '#tests/support/page-fixture';
import { makePdf } from '#tests/support/pdf';
import { makePhoto } from '#tests/support/pictures';
import { drawEmail, signIn, signInAs } from '#tests/support/sign-in';
import { addDraft, setState } from '#tests/support/submissions';

test.use({ signsIn: true });

/** Signs in an officer with a draft, and opens its files. */
async function openFiles(
  page: Page,
  baseURL: string | undefined,
): Promise<{ id: string; path: string; email: string }> {
  const email = drawEmail('files');
  const account = await signInAs(page.context(), baseURL ?? '', { email });
  const id = await addDraft(account);
  const path = `/en/submissions/${id}/files`;
  await page.goto(path);
  return { id, path, email };
}

const photo = async (name = 'square.jpg', orientation = 6) => ({
  ...{ name, mimeType: 'image/jpeg' },
  buffer: await makePhoto(orientation),
});
const report = { name: 'Plan – 2026.pdf', mimeType: 'application/pdf', buffer: makePdf() };

test.describe('pictures and documents', { tag: '@both' }, () => {
  test('come in, are described, ordered and removed', async ({ page, baseURL }) => {
    const { path } = await openFiles(page, baseURL);
    await page.getByLabel('Add pictures and documents').setInputFiles([await photo(), report]);
    await page.getByRole('button', { name: 'Upload' }).click();
    const items = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    await expect(items.getByRole('heading', { level: 3 })).toHaveText(['square.jpg', 'Plan – 2026.pdf']);
    const picture = items.first();
    await picture.getByLabel('What the picture shows').fill('A square with dancers');
    await picture.getByLabel('Who took the picture').fill('City of Cork');
    await picture.getByLabel('Nobody can be recognised').check();
    await items.nth(1).getByLabel('Title of the document').fill('Plan for 2026');
    await items.nth(1).getByLabel('Language of the document').selectOption('sq');
    await page.getByRole('button', { name: 'Move down: square.jpg' }).click();
    await expect(items.getByRole('heading', { level: 3 })).toHaveText(['Plan – 2026.pdf', 'square.jpg']);
    await page.goto(path);
    await expect(items.nth(1).getByLabel('What the picture shows')).toHaveValue('A square with dancers');
    await expect(items.nth(1).getByLabel('Nobody can be recognised')).toBeChecked();
    await expect(items.first().getByLabel('Language of the document')).toHaveValue('sq');
    await page.getByRole('button', { name: 'Remove: Plan – 2026.pdf' }).click();
    await expect(items.getByRole('heading', { level: 3 })).toHaveText(['square.jpg']);
  });

  test('that cannot be kept are refused beside the field, the others are kept', async ({ page, baseURL }) => {
    await openFiles(page, baseURL);
    const svg = {
      name: '<b>"x".svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg onload="alert(1)"/>'),
    };
    await page.getByLabel('Add pictures and documents').setInputFiles([svg, await photo()]);
    await page.getByRole('button', { name: 'Upload' }).click();
    const summary = page.getByRole('alert');
    await expect(summary.getByRole('link')).toHaveText(/^“<b>"x".svg” is neither a picture nor a PDF/);
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel('Add pictures and documents')).toHaveAccessibleDescription(
      /neither a picture nor a PDF/,
    );
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['square.jpg']);
    await summary.getByRole('link').click();
    await expect(page.getByLabel('Add pictures and documents')).toBeFocused();
  });
});

test('a form that was interrupted by the end of the session comes back with its text', async ({
  page,
  baseURL,
}) => {
  const { path, email } = await openFiles(page, baseURL);
  await page.getByLabel('Add pictures and documents').setInputFiles(await photo());
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.getByLabel('What the picture shows').fill('Written just before');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/en/sign-in\\?to=${encodeURIComponent(`${path}?form=`)}`));
  await signIn(page, email);
  await expect(page.getByText('You were signed out while writing.')).toBeVisible();
  await expect(page.getByLabel('What the picture shows')).toHaveValue('Written just before');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByLabel('What the picture shows')).toHaveValue('Written just before');
});

test('the page is accessible, empty, filled, with errors, and on a narrow screen', async ({
  page,
  baseURL,
}) => {
  const { path } = await openFiles(page, baseURL);
  const audit = async (state: string) => {
    await expectAccessible(page, state);
    await expectNoSidewaysScroll(page, state);
  };
  await audit('empty');
  await expectOrderlyHeadings(page);
  const long = `${'a-very-long-name-'.repeat(12)}.jpg`;
  await page.getByLabel('Add pictures and documents').setInputFiles([await photo(long), report]);
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(2);
  await audit('filled');
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveURL(`${path}?check=1#problems`);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(5);
  await page.setViewportSize({ width: 320, height: 700 });
  await audit('with errors, narrow');
});

test('every hostile file is answered with a sentence about it, never with an error of the server', async ({
  page,
  baseURL,
  request,
}) => {
  test.setTimeout(180_000);
  const { id, path } = await openFiles(page, baseURL);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const { name, bytes } of await refusedFiles()) {
    const response = await request.post(`/en/submissions/${id}/files/save`, {
      multipart: { files: { name, mimeType: 'image/jpeg', buffer: bytes } },
      headers: { origin: new URL(baseURL ?? '').origin, cookie },
      maxRedirects: 0,
    });
    expect(response.status(), name).toBe(303);
    const location = response.headers().location ?? '';
    expect(location, name).toContain(`${path}?form=`);
    const page = await (await request.get(location, { headers: { cookie } })).text();
    expect(page, name).toContain(name.replace('<', '&lt;'));
  }
  await page.goto(path);
  await expect(page.getByText('No files yet.')).toBeVisible();
});

test('a file of an unpublished example is served to its members alone, as what it is', async ({
  page,
  baseURL,
  playwright,
}) => {
  const { id } = await openFiles(page, baseURL);
  await page.getByLabel('Add pictures and documents').setInputFiles([await photo(), report]);
  await page.getByRole('button', { name: 'Upload' }).click();
  const image = await page.locator('.file-item img').getAttribute('src');
  const document = await page.getByRole('link', { name: report.name }).getAttribute('href');
  const stranger = await playwright.request.newContext({ baseURL });
  for (const address of [image ?? '', document ?? '']) {
    const own = await page.request.get(address);
    expect(own.status()).toBe(200);
    const headers = own.headers();
    expect(headers['cache-control']).toBe('private, no-store, no-transform');
    expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['content-length']).toBe(String((await own.body()).length));
    expect((await page.request.head(address)).headers()['content-length']).toBe(headers['content-length']);
    expect((await stranger.get(address)).status()).toBe(404);
    expect((await stranger.post(address)).status()).toBe(405);
  }
  const served = await page.request.get(image ?? '');
  expect(served.headers()['content-type']).toBe('image/webp');
  const { exif, width, height } = await sharp(await served.body()).metadata();
  expect([exif, width, height]).toEqual([undefined, 320, 200]);
  expect((await page.request.get(document ?? '')).headers()['content-disposition']).toBe(
    `attachment; filename="Plan _ 2026.pdf"; filename*=UTF-8''Plan%20%E2%80%93%202026.pdf`,
  );
  for (const other of ['original.jpg', '..%2F..%2Fx', 'document.pdf', 'x'])
    expect((await page.request.get((image ?? '').replace(/[^/]+$/, other))).status(), other).toBe(404);
  await setState(id, 'published');
  const known = await stranger.get(image ?? '');
  expect([known.status(), known.headers()['cache-control']]).toEqual([
    200,
    'public, max-age=3600, no-transform',
  ]);
  await setState(id, 'archived');
  expect((await stranger.get(image ?? '')).status()).toBe(404);
  await stranger.dispose();
});

test('a form of another site brings nothing in', async ({ page, baseURL }) => {
  const { id, path } = await openFiles(page, baseURL);
  const send = (headers: Record<string, string>) =>
    page.request.post(`/en/submissions/${id}/files/save`, {
      multipart: { files: { name: 'a.pdf', mimeType: 'application/pdf', buffer: makePdf() } },
      headers,
      maxRedirects: 0,
    });
  expect((await send({ origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  expect((await send({})).status()).toBe(403);
  await page.goto(path);
  await expect(page.getByText('No files yet.')).toBeVisible();
});
