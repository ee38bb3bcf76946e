import { expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';
import { createPerson, drawEmail, readCodeFor, signIn } from '#tests/support/sign-in';

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
    const city = page.getByLabel('City', { exact: true });
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
