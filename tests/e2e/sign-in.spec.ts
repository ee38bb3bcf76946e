import { expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';
import { createPerson, drawEmail, readCodeFor, readMailTo, signIn, signInAs } from '#tests/support/sign-in';

test.use({ signsIn: true });

test.describe('an officer', { tag: '@both' }, () => {
  test('asks for access, signs in with the code, sees the devices and signs out', async ({
    page,
    javaScriptEnabled,
  }) => {
    const email = drawEmail('access');
    await page.goto('/en/access');
    await page.getByLabel('Your name').fill('Arta Krasniqi');
    await page.getByLabel('E-mail address').fill(email);
    const city = page.getByRole('combobox', { name: 'City' });
    if (javaScriptEnabled) {
      await city.fill('berg');
      await page.getByRole('option', { name: /^Bergen/ }).click();
    } else await city.selectOption({ label: 'Bergen' });
    await page.getByLabel('Your position').fill('Adviser');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter the code');
    const code = await readCodeFor(email);
    await page.getByLabel('Code from the mail').fill(` ${code.slice(0, 3)} ${code.slice(3)} `);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('/en/submissions');
    await page.goto('/en/account');
    await expect(page.getByLabel('Your name')).toHaveValue('Arta Krasniqi');
    await expect(page.getByText('Bergen: an editor has yet to confirm it.')).toBeVisible();
    const devices = page.getByRole('region').or(page.locator('#devices'));
    await expect(devices.getByText('This device')).toBeVisible();
    await devices.getByRole('button', { name: /^Sign out/ }).click();
    await expect(page.getByText('You are signed out on this device.')).toBeVisible();
    await page.goto('/en/account');
    await expect(page).toHaveURL(/\/en\/sign-in\?to=%2Fen%2Faccount$/);
  });

  test('is led back to where they were going', async ({ page }) => {
    const email = drawEmail('back');
    await createPerson({ email });
    await page.goto('/en/account');
    await signIn(page, email);
    await expect(page).toHaveURL('/en/account');
    await expect(page.getByText(`You sign in with ${email}.`)).toBeVisible();
  });
});

test('the catalogue greets who is signed in, and tells nobody else', async ({
  page,
  context,
  request,
  baseURL,
}) => {
  await signInAs(context, baseURL ?? '', { email: drawEmail('greeted'), name: 'Greta Greeted' });
  const response = await page.goto('/en/about');
  expect(response?.headers()['cache-control']).toMatch(/no-store/);
  expect(response?.headers().etag).toBeUndefined();
  await page.getByRole('button', { name: 'Greta Greeted' }).click();
  await expect(page.getByRole('link', { name: 'Your account' })).toBeVisible();
  const anonymous = await request.get('/en/about');
  expect(anonymous.headers().etag).toMatch(/^W\//);
  expect(await anonymous.text()).not.toContain('Greta');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Sign out' }).click();
  await page.goto('/en/about');
  await expect(page.getByRole('button', { name: 'Greta Greeted' })).toHaveCount(0);
});

test('over TLS the cookie is bound to this very host', async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  const email = drawEmail('tls');
  await createPerson({ email });
  const headers = { origin, 'x-forwarded-proto': 'https' };
  const post = (path: string, form: Record<string, string>) =>
    request.post(path, { form, headers, maxRedirects: 0 });
  const asked = await post('/en/sign-in/ask', { email });
  const code = new URL(asked.headers().location ?? '', origin).searchParams.get('request') ?? '';
  const signedIn = await post('/en/sign-in/check', { request: code, code: await readCodeFor(email) });
  expect(signedIn.status()).toBe(303);
  const cookie = signedIn.headers()['set-cookie'] ?? '';
  expect(cookie).toMatch(/^__Host-session=[\w-]{43};/);
  for (const part of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=lax', 'Max-Age=2592000'])
    expect(cookie).toContain(part);
  expect(cookie).not.toMatch(/Domain/i);
});

test('a sign-in that is no form of this site, or asks for nothing that is there, changes nothing', async ({
  request,
  baseURL,
}) => {
  const email = drawEmail('foreign');
  await createPerson({ email });
  const send = (path: string, headers: Record<string, string>, form: Record<string, string> = { email }) =>
    request.post(path, { form, headers, maxRedirects: 0 });
  expect((await send('/en/sign-in/ask', { origin: 'https://evil.example' })).status()).toBe(403);
  expect((await send('/en/sign-in/ask', {})).status()).toBe(403);
  expect((await request.get('/en/sign-out', { maxRedirects: 0 })).status()).toBe(405);
  const origin = { origin: baseURL ?? '' };
  const forms: Record<string, string>[] = [
    {},
    { request: 'x\u0000y', code: '123456' },
    { request: 'nothing', code: '1e5' },
  ];
  for (const form of forms) expect((await send('/en/sign-in/check', origin, form)).status()).toBe(303);
  const led = await send('/en/sign-in/ask', origin, { email: 'nobody', to: '//evil.example/x' });
  expect(led.headers().location).toMatch(/^\/en\/sign-in\?form=[\w-]+#problems$/);
  await expect(readMailTo(email, 1)).rejects.toThrow('No mail');
});
