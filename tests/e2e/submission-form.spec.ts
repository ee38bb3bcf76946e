import { expect, type Page } from '@playwright/test';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible } from '#tests/support/audit-page';
import { test } from '#tests/support/page-fixture';
import { drawEmail, signIn, signInAs } from '#tests/support/sign-in';
import { beginExample, field, press } from '#tests/support/submission-page';

test.use({ signsIn: true });
test.describe.configure({ timeout: 90_000 });

const onDatabase = (sql: string, values: unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

const summary = (page: Page) => page.locator('#problems');

let email: string;
let account: string;
test.beforeEach(async ({ context, baseURL }) => {
  email = drawEmail('writer');
  account = await signInAs(context, baseURL ?? '', { email, name: 'Arta Krasniqi' });
});

test.describe('an example', { tag: '@both' }, () => {
  test('is written in three sittings, with what is missing said once one goes on', async ({
    page,
    javaScriptEnabled,
  }) => {
    const id = await beginExample(page);
    await page.getByLabel('Country').selectOption({ label: 'Portugal' });
    await press(page, 'Save');
    if (javaScriptEnabled !== false) {
      await page.getByRole('combobox', { name: /Add a city/ }).fill('lis');
      await page.keyboard.press('Enter');
    } else {
      await page.getByLabel(/Add a city/).selectOption({ label: 'Lisbon' });
      await press(page, 'Add');
    }
    await expect(page.getByRole('button', { name: 'Remove Lisbon' })).toBeVisible();
    await field(page, 'Years').fill('April 2019 to November 2021');
    await press(page, 'Save and continue');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The story');
    await expect(
      page.getByRole('link', { name: /Where and when.*Portugal · 1 city · 2019–2021.*Done/ }),
    ).toBeVisible();

    // The next day.
    await page.goto(`/en/submissions/${id}`);
    await expect(page.getByText('Understood as: 2019–2021')).toBeVisible();
    await page.goto(`/en/submissions/${id}/story`);
    await expect(page).toHaveTitle(/^The story/);
    await field(page, 'Purpose').fill(
      'Dar as boas-vindas a quem chega à cidade, em várias línguas.\n\n- com um mapa',
    );
    await press(page, 'Save and continue');
    await expect(page).toHaveTitle(/^Error: The story/);
    await expect(summary(page)).toBeFocused();
    if (javaScriptEnabled !== false) await expectAccessible(page, 'with errors');
    await page.getByRole('link', { name: 'Enter the title of the example' }).click();
    await expect(field(page, 'Title')).toBeFocused();
    await expect(field(page, 'Title')).toHaveAccessibleDescription(/Error: Enter the title of the example/);
    await expect(field(page, 'Purpose')).toHaveValue(
      'Dar as boas-vindas a quem chega à cidade, em várias línguas.\n\n- com um mapa',
    );
    await expect(page.getByLabel('Language of the text')).toHaveValue('pt');
    await field(page, 'Title').fill('Uma aplicação de boas-vindas');
    for (const name of ['Summary', 'Rationale', 'Process', 'Impact'])
      await field(page, name).fill(`${name}: texto.`);
    await press(page, 'Save and continue');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What others need to know');

    // A week later: any step, in any order, and the browser's Back.
    await page.getByRole('link', { name: /Topics and contact/ }).click();
    await page.getByLabel('Education', { exact: true }).check();
    await expect(field(page, 'E-mail of the contact person')).toHaveValue(email);
    await press(page, 'Save and continue');
    await page.goBack();
    await expect(page.getByLabel('Education', { exact: true })).toBeChecked();
    await page.getByLabel('Education', { exact: true }).uncheck();
    await press(page, 'Save and continue');
    await expect(summary(page)).toContainText('Choose at least one topic');
    await field(page, 'Office or service').fill('Office of integration');
    await press(page, 'Preview');
    await expect(page).toHaveURL(`/en/submissions/${id}/preview`);
    await page.goto(`/en/submissions/${id}/topics`);
    await expect(field(page, 'Office or service')).toHaveValue('Office of integration');
  });

  test('in two windows keeps both texts, and a person chooses', async ({
    page,
    context,
    javaScriptEnabled,
  }) => {
    const id = await beginExample(page);
    const other = await context.newPage();
    await page.goto(`/en/submissions/${id}/repeat`);
    await other.goto(`/en/submissions/${id}/repeat`);
    await field(page, 'Evidence').fill('A survey in 2020.');
    await press(page, 'Save');
    await field(other, 'Evidence').fill('Figures of the library.');
    await press(other, 'Save');
    const both = other.getByRole('region', { name: 'Two texts for “Evidence”' });
    await expect(both).toContainText('A survey in 2020.');
    await expect(both).toContainText('Figures of the library.');
    await expect(both).toContainText('You, a moment ago');
    await expect(field(other, 'Evidence')).toHaveValue('A survey in 2020.');
    if (javaScriptEnabled !== false) await expectAccessible(other, 'two texts');
    await press(other, 'Take both, to edit them');
    await expect(field(other, 'Evidence')).toHaveValue('A survey in 2020.\n\nFigures of the library.');
    await expect(both).toHaveCount(0);
    await other.close();
  });

  test('comes back after a session that ended, once one has signed in again', async ({ page }) => {
    const id = await beginExample(page);
    await page.goto(`/en/submissions/${id}/repeat`);
    await onDatabase('delete from session where account_id = $1', [account]);
    await field(page, 'Evidence').fill('Written while the session ended.');
    await press(page, 'Save');
    await expect(page).toHaveURL(/\/en\/sign-in\?to=/);
    await signIn(page, email);
    await expect(page.getByText('You were signed out while writing.')).toBeVisible();
    await expect(field(page, 'Evidence')).toHaveValue('Written while the session ended.');
    await press(page, 'Save');
    await page.goto(`/en/submissions/${id}/repeat`);
    await expect(field(page, 'Evidence')).toHaveValue('Written while the session ended.');
  });

  test('that is too large comes back whole, and is saved once it is shorter', async ({ page }) => {
    const id = await beginExample(page);
    await page.goto(`/en/submissions/${id}/repeat`);
    await page.route('**/save', (route) =>
      route.request().headers().accept === 'application/json' ? route.abort() : route.continue(),
    );
    await field(page, 'What it takes to repeat it').fill('Kept.');
    await field(page, 'Evidence').evaluate((area: HTMLTextAreaElement) => {
      area.value = 'word '.repeat(60_000);
    });
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().isNavigationRequest()),
      page.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    expect(answer.status()).toBe(413);
    await expect(page.getByLabel('Evidence')).toHaveValue(/^(word ){1000}/);
    await expect(page.getByLabel('What it takes to repeat it')).toHaveValue('Kept.');
    await page.getByLabel('Evidence').fill('Shorter.');
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.goto(`/en/submissions/${id}/repeat`);
    await expect(field(page, 'Evidence')).toHaveValue('Shorter.');
    await expect(field(page, 'What it takes to repeat it')).toHaveValue('Kept.');
  });

  test('is saved without signs that no page can show, and says so', async ({ page, baseURL }) => {
    const id = await beginExample(page);
    const save = `/en/submissions/${id}/repeat/save`;
    const answer = await page.request.post(save, {
      headers: { Origin: baseURL ?? '' },
      form: {
        base: '1',
        evidence: 'be\0fore\u0007 \ud800after',
        state: 'published',
        title: 'not of this step',
      },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    await page.goto(answer.headers().location ?? '');
    await expect(field(page, 'Evidence')).toHaveValue(/^before .?after$/);
    await expect(field(page, 'Evidence')).toHaveAccessibleDescription(
      /We left out signs that no page can show/,
    );
    const rows = await onDatabase('select state, fields from submission where id = $1', [id]);
    expect(rows).toMatchObject([{ state: 'draft', fields: { title: '' } }]);
  });

  test('of somebody else is not there', async ({ page, context, baseURL }) => {
    const id = await beginExample(page);
    await context.clearCookies();
    await signInAs(context, baseURL ?? '', { email: drawEmail('stranger') });
    const answer = await page.goto(`/en/submissions/${id}/story`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    const saved = await page.request.post(`/en/submissions/${id}/story/save`, {
      headers: { Origin: baseURL ?? '' },
      form: { base: '1', title: 'Mine' },
      maxRedirects: 0,
    });
    expect(saved.status()).toBe(404);
    expect(await saved.text()).toContain('Mine');
  });
});
