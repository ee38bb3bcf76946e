import { expect, type Page } from '@playwright/test';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { askCitiesToConfirm, test as ownSite } from '#tests/support/own-site';
import { test } from '#tests/support/page-fixture';
import { addPicturedExample } from '#tests/support/pictured-example';
import { createPerson, drawEmail, readMailTo, signInAs } from '#tests/support/sign-in';

test.use({ signsIn: true });
ownSite.use({ signsIn: true });

const onSite = (sql: string, values: readonly unknown[] = []) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

/** Looked at with a script, which finds the same page as is there without. */
async function expectSound(page: Page, name: string, runsScripts: boolean | undefined): Promise<void> {
  if (!runsScripts) return;
  await expectOrderlyHeadings(page);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page, `${name}, ${width} px wide`);
    await expectNoSidewaysScroll(page, `${name}, ${width} px wide`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('somebody without an account is asked, reads, is told what is missing, and signs once', {
  tag: '@both',
}, async ({ page, context, browser, baseURL, javaScriptEnabled }) => {
  test.slow();
  const author = await createPerson({ email: drawEmail('author') });
  const { id, file } = await addPicturedExample(author);
  await signInAs(context, baseURL ?? '', { email: drawEmail('editor'), name: 'Eva', roles: ['editor'] });
  await page.goto(`/en/review/${id}`);
  await page.getByRole('link', { name: 'Ask someone outside' }).click();
  await page.getByLabel('Their name').fill('Nora Lind');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    'Enter a whole e-mail address, such as name@city.org',
    'Write what you would like to know',
  ]);
  await expect(page.getByLabel('Their name')).toHaveValue('Nora Lind');
  const email = drawEmail('nora');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('What you would like to know').fill('Does it help newcomers?');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByText('The mail is on its way.')).toBeVisible();
  await expectSound(page, 'the opinions of an editor', javaScriptEnabled);

  const link = /\/en\/opinions\/[\w-]{43}/.exec(await readMailTo(email))?.[0] ?? '';
  const outside = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled });
  const guest = await outside.newPage();
  const opened = await guest.goto(link);
  expect(opened?.headers()['cache-control']).toBe('private, no-store');
  await expect(guest.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(guest.locator('meta[name=referrer]')).toHaveAttribute('content', 'same-origin');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Café of languages');
  await expect(guest.getByText('Eva asks for your opinion')).toBeVisible();
  await expect(guest.getByText('Does it help newcomers?')).toBeVisible();
  await expectSound(guest, 'what somebody outside is asked', javaScriptEnabled);

  const picture = await guest.request.get(`${link}/files/${file}/480.webp`);
  expect(picture.status()).toBe(200);
  expect(picture.headers()['content-type']).toBe('image/webp');
  expect(picture.headers()['cache-control']).toMatch(/^private, no-store/);
  expect(picture.headers()['content-security-policy']).toMatch(/^sandbox/);
  const wrong = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect((await guest.request.get(`${wrong}/files/${file}/480.webp`)).status()).toBe(404);
  expect((await guest.request.get(`/files/${file}/480.webp`)).status()).toBe(404);

  await guest.getByLabel('Ask the city first').check();
  await guest.getByRole('button', { name: 'Sign and send' }).click();
  await expect(guest).toHaveTitle(/^Error: /);
  await expect(guest.getByRole('alert').getByRole('link')).toHaveText([
    'Write why, or what you would ask the city',
  ]);
  await expect(guest.getByLabel('Ask the city first')).toBeChecked();
  await expect(guest.getByLabel('Your name')).toHaveValue('Nora Lind');
  await guest.getByLabel('Why', { exact: true }).fill('Who pays for the coffee?');
  await guest.getByRole('button', { name: 'Sign and send' }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Your opinion has arrived');
  await expect(guest.getByText('Who pays for the coffee?')).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This link no longer works');
  await expect(guest.getByText('Café of languages')).toHaveCount(0);
  expect((await guest.request.get(`${link}/files/${file}/480.webp`)).status()).toBe(404);
  await outside.close();

  await page.reload();
  await expect(page.getByText('Who pays for the coffee?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'End the link of Nora Lind' })).toHaveCount(0);
});

ownSite(
  'an officer says that their city repeats an example; an editor confirms; both records show it',
  {
    tag: '@both',
  },
  async ({ page, context, browser, baseURL, javaScriptEnabled }) => {
    ownSite.slow();
    await page.goto('/en/practices/bilbao-anti-rumours-strategy');
    await page.getByRole('link', { name: 'Tell us' }).click();
    await expect(page).toHaveURL(/\/en\/sign-in\?to=/);
    const email = drawEmail('officer');
    await signInAs(context, baseURL, { email, name: 'Ole', cities: ['bergen'] });
    await page.goto('/en/adoptions/new?practice=bilbao-anti-rumours-strategy');
    await expectSound(page, 'what an officer says', javaScriptEnabled);
    await page.getByLabel('Since which year').fill('soon');
    await page.getByLabel(/^Your own example/).selectOption({
      label: 'Diversity in the municipal workforce and the Bergen Opportunity mentoring programme',
    });
    await page.getByRole('button', { name: 'Send it to the editors' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([
      /^Enter a year from 1950 to \d{4}$/,
      'Write what your city took over, and what it changed',
    ]);
    await page.getByLabel('Since which year').fill('2024');
    await page.getByLabel(/^What you took over/).fill('The agents, who meet in libraries.');
    await page.getByRole('button', { name: 'Send it to the editors' }).click();
    await expect(page.getByText('It is with the editors.')).toBeVisible();
    await expect(page.getByText('Bergen: with the editors')).toBeVisible();

    const office = await browser.newContext({ baseURL, javaScriptEnabled });
    const desk = await office.newPage();
    await signInAs(office, baseURL, { email: drawEmail('editor'), name: 'Eva', roles: ['editor'] });
    await desk.goto('/en/adoptions');
    await expectSound(desk, 'what waits for an editor', javaScriptEnabled);
    await desk.getByText('Refuse', { exact: true }).first().click();
    await desk.getByRole('button', { name: /^Refuse: / }).click();
    await expect(desk.getByRole('alert').getByRole('link')).toHaveText([/^Write why it is refused/]);
    await desk.getByRole('button', { name: /^Confirm: Bergen/ }).click();
    await expect(desk.getByText('Confirmed. Both pages show it now.')).toBeVisible();
    await office.close();

    await page.goto('/en/practices/bilbao-anti-rumours-strategy');
    await expect(page.getByRole('heading', { name: 'Repeated elsewhere' })).toBeVisible();
    await expect(page.getByText('Bergen, since 2024')).toBeVisible();
    await expectSound(page, 'a record that is repeated', javaScriptEnabled);
    await page.getByRole('link', { name: /^Diversity in the municipal workforce/ }).click();
    await expect(page.getByText('Repeats: ')).toBeVisible();
    await onSite(`delete from adoption`);
  },
);

ownSite(
  'a city confirms its example by the link in a mail, and one click on the page',
  {
    tag: '@both',
  },
  async ({ page, context, site, javaScriptEnabled }) => {
    ownSite.slow();
    const record = '/en/practices/one-city-one-people-campaign';
    const email = drawEmail('author');
    const author = await createPerson({ email });
    const [practice] = ['zcnghq2uq4'];
    await onSite(
      `update practice set provenance = 'city', confirmed_at = null, published_at = now() - interval '21 months' where id = $1`,
      [practice],
    );
    const id = author.replace(/^./, 'p');
    await onSite(`insert into submission (id, state, practice_id) values ($1, 'published', $2)`, [
      id,
      practice,
    ]);
    await onSite(
      'insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)',
      [id, author],
    );
    await page.goto(record);
    await expect(page.getByText('The city has not confirmed this since')).toBeVisible();
    await askCitiesToConfirm(site.databaseUrl);
    const mails = await onSite('select text from outbox_mail where "to" = $1', [email]);
    expect(mails).toHaveLength(1);
    const link = /\/en\/confirmations\/[\w-]{43}/.exec(JSON.stringify(mails))?.[0] ?? '';
    await page.goto(link);
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this still so?');
    await expect(page.getByRole('link', { name: 'Something has changed' })).toHaveAttribute(
      'href',
      '/en/submissions/revise?practice=one-city-one-people-campaign',
    );
    await expectSound(page, 'what a city confirms', javaScriptEnabled);
    await page.getByRole('button', { name: 'Yes, this is still so' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you: it is confirmed');
    await page.getByRole('link', { name: 'Read the whole page' }).click();
    await expect(page.getByText('Confirmed by the city')).toBeVisible();
    await expect(page.getByText('The city has not confirmed this since')).toHaveCount(0);
    expect(
      await onSite(`select 1 from practice_event where practice_id = $1 and kind = 'confirmed'`, [practice]),
    ).toHaveLength(1);
    await context.clearCookies();
    await onSite('delete from submission_member where submission_id = $1', [id]);
    await onSite('delete from submission where id = $1', [id]);
  },
);
