import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { test } from '#tests/support/page-fixture';
import { createPerson, drawEmail, readMailTo, signIn, signInAs } from '#tests/support/sign-in';
import { codeOf } from '#tests/support/totp';

test.use({ signsIn: true });

/** Sets up the second factor on the page that asks for it; returns its secret. */
async function setUpSecondFactor(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Set it up' }).click();
  const secret = ((await page.locator('.secret-text').textContent()) ?? '').replaceAll(' ', '');
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  await page.getByLabel('Code from your app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your recovery codes');
  return secret;
}

test.describe('an editor', { tag: '@both' }, () => {
  test('is led to the second factor, and gives it at the next sign-in', async ({ page }) => {
    const email = drawEmail('editor');
    await createPerson({ email, roles: ['editor'] });
    await page.goto('/en/people');
    await signIn(page, email);
    await expect(page).toHaveURL(/\/account\/second-factor\?to=%2Fen%2Fpeople$/);
    await page.goto('/en/people');
    await expect(page).toHaveURL(/\/account\/second-factor/);
    await setUpSecondFactor(page);
    const recovery = await page
      .getByRole('list', { name: 'Recovery codes' })
      .getByRole('listitem')
      .first()
      .textContent();
    await page.getByRole('link', { name: 'I have kept them' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('People');
    await page.goto('/en/account');
    await page.getByRole('button', { name: /^Sign out: / }).click();
    await page.goto('/en/people');
    await signIn(page, email);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second factor');
    await page.getByLabel('Code from your app').fill('000000');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/not the right one/);
    await page.getByLabel('Code from your app').fill(String(recovery).toUpperCase());
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page).toHaveURL('/en/people');
  });

  test('invites an officer, who opens the page and presses the button', async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    await signInAs(context, baseURL ?? '', { email: drawEmail('editor'), roles: ['editor'] });
    const invited = drawEmail('invited');
    await page.goto('/en/people');
    await page.getByLabel('Their e-mail address').fill('nobody');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(/^Enter a whole e-mail address/);
    await expect(page.getByLabel('Their e-mail address')).toHaveValue('nobody');
    await page.getByLabel('Their e-mail address').fill(invited);
    await page.getByLabel('Cities').selectOption({ label: 'Bergen' });
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(page.getByText('The invitation is on its way.')).toBeVisible();
    const link = /\/en\/invitations\/[\w-]+/.exec(await readMailTo(invited))?.[0] ?? '';
    const other = await browser.newContext({ baseURL });
    const guest = await other.newPage();
    await guest.goto(link);
    await guest.goto(link);
    await expect(guest.getByText(`as officer of a city, with the address ${invited}`)).toBeVisible();
    await guest.getByLabel('Your name').fill('Nora');
    await guest.getByRole('button', { name: 'Accept and sign in' }).click();
    await guest.waitForURL('/en/submissions');
    await guest.goto('/en/account');
    await expect(guest.getByText('Bergen: confirmed')).toBeVisible();
    await expect(guest.getByLabel('Your name')).toHaveValue('Nora');
    await guest.goto(link);
    await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This invitation no longer works');
    await other.close();
  });
});

test('an officer finds no people', async ({ page, context, baseURL }) => {
  await signInAs(context, baseURL ?? '', { email: drawEmail('officer') });
  const response = await page.goto('/en/people');
  expect(response?.status()).toBe(404);
});

test('the pages about accounts can be used by everyone', async ({ page, context, baseURL }) => {
  test.slow();
  const audit = async (path: string) => {
    await page.goto(path);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page, `${path}, ${width} px wide`);
      await expectNoSidewaysScroll(page, `${path}, ${width} px wide`);
    }
    await expectOrderlyHeadings(page);
  };
  for (const path of ['/en/sign-in', '/fr/access']) await audit(path);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(3);
  await expect(page.locator('#problems')).toBeFocused();
  await expectAccessible(page, 'access with errors');
  await signInAs(context, baseURL ?? '', { email: drawEmail('admin'), roles: ['administrator'] });
  for (const path of ['/en/people', '/sq/account', '/en/account/second-factor']) await audit(path);
});
