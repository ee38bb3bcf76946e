import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { test } from '#tests/support/page-fixture';
import { addSentExample } from '#tests/support/sent-example';
import { createPerson, drawEmail, readMailTo, signInAs } from '#tests/support/sign-in';
import { press } from '#tests/support/submission-page';

test.use({ signsIn: true });

/** A title that no other test has. */
const drawTitle = () => `Tea ${crypto.randomUUID().slice(0, 8)}`;

test.describe('an editor', { tag: '@both' }, () => {
  test('finds an example, takes it up, judges it, and declines it with a mail of their own', async ({
    page,
    context,
    baseURL,
  }) => {
    test.slow();
    const email = drawEmail('author');
    const author = await createPerson({ email, name: 'Mira' });
    await signInAs(context, baseURL ?? '', { email: drawEmail('editor'), roles: ['editor'] });
    const title = drawTitle();
    await addSentExample({ author, fields: { title }, dueIn: -2 });
    await page.goto('/en/review');
    await page.getByText('Filter and order').click();
    await page.getByLabel('Words of the title, or reference').fill(title.toUpperCase());
    await page.getByLabel('Only what is late').check();
    await press(page, 'Show');
    await expect(page).toHaveURL(/\/en\/review\?.*q=TEA\+.*late=1/);
    await expect(page.getByText('Filter and order (2)')).toBeVisible();
    const row = page.getByRole('row', { name: new RegExp(title) });
    await expect(row).toContainText('2 days late');
    await expect(row).toContainText('3 days');
    await expect(page.getByRole('link', { name: /^Waiting 1$/ })).toHaveAttribute('aria-current', 'page');
    await press(page, `Take it up: ${title}`);
    await expect(page.getByText('✓ You have taken it up.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

    const aim = page.getByRole('group', { name: 'An intercultural aim' });
    await aim.getByLabel('Not met').check();
    await press(page, 'Save the judgement');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('#problems')).toBeFocused();
    await expect(aim.getByLabel('Not met')).toBeChecked();
    await page.getByLabel('Note on “An intercultural aim”').fill('Nobody meets anybody.');
    await press(page, 'Save the judgement');
    await expect(page.getByText('✓ Your judgement is saved.')).toBeVisible();
    await expect(page.getByLabel('Note on “An intercultural aim”')).toHaveValue('Nobody meets anybody.');

    await page.getByRole('link', { name: 'Decline', exact: true }).click();
    await expect(page.getByLabel('Subject')).toHaveValue(new RegExp(title));
    await page.getByLabel('Subject').fill('About your tea');
    await press(page, 'Decline');
    await expect(page.locator('#problems').getByRole('link')).toHaveText(['Write the reasons']);
    await expect(page.getByLabel('Subject')).toHaveValue('About your tea');
    await page.getByLabel('Reasons').fill('It tells of one evening.');
    await press(page, 'Decline');
    await expect(page.getByText('✓ It is declined.')).toBeVisible();
    await expect(page.getByText('Not accepted')).toBeVisible();
    expect(await readMailTo(email)).toContain('It tells of one evening.');
  });
});

test('what another decided meanwhile is said, and what was written is kept', async ({
  page,
  context,
  baseURL,
}) => {
  const author = await createPerson({ email: drawEmail('author') });
  const editor = await signInAs(context, baseURL ?? '', { email: drawEmail('editor'), roles: ['editor'] });
  const id = await addSentExample({ author, state: 'in_review', claimedBy: editor });
  const second = await context.newPage();
  await page.goto(`/en/review/${id}/decide/decline`);
  await second.goto(`/en/review/${id}/decide/request-changes`);
  await expect(second.getByText('There is no open comment')).toBeVisible();
  await press(second, 'Ask for changes');
  await expect(second.getByText('Changes asked for')).toBeVisible();
  await page.getByLabel('Reasons').fill('A long and careful letter.');
  await press(page, 'Decline');
  await expect(page.getByText('It has moved on')).toContainText('Changes asked for');
  await expect(page.getByLabel('Reasons')).toHaveValue('A long and careful letter.');
});

test('what was loaded from files is opened by its address', async ({ page, context, baseURL }) => {
  await signInAs(context, baseURL ?? '', { email: drawEmail('editor'), roles: ['editor'] });
  await page.goto('/en/review?tab=published');
  await page.getByLabel('Its address').fill('no-such-example');
  await press(page, 'Open it');
  await expect(page.locator('#problems').getByRole('link')).toHaveText([/^Enter the address/]);
  await expect(page.getByLabel('Its address')).toHaveValue('no-such-example');
  await page.getByLabel('Its address').fill(`${baseURL}/en/practices/a-welcoming-app`);
  await press(page, 'Open it');
  await expect(page.getByText('From the catalogue’s own files')).toBeVisible();
  await page.getByRole('link', { name: 'Take it out of the catalogue' }).click();
  await expect(page.getByText('nobody gets a mail')).toBeVisible();
  await press(page, 'Take it out of the catalogue');
  await expect(page.locator('#problems').getByRole('link')).toHaveText(['Write the reason']);
});

test('the queue can be gone through with the keyboard alone', async ({ page, context, baseURL }) => {
  const author = await createPerson({ email: drawEmail('author') });
  await signInAs(context, baseURL ?? '', { email: drawEmail('editor'), roles: ['editor'] });
  const title = drawTitle();
  await addSentExample({ author, fields: { title } });
  await page.goto(`/en/review?q=${encodeURIComponent(title)}`);
  const focused = page.locator(':focus');
  for (let turn = 0; turn < 40; turn += 1) {
    await page.keyboard.press('Tab');
    if ((await focused.textContent()) === 'Skip to the table') break;
  }
  await expect(focused).toHaveText('Skip to the table');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText(title);
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAccessibleName(`Take it up: ${title}`);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await expect(page.getByText('You have taken it up.').first()).toBeVisible();
});

test('the pages of editors can be used by everyone', async ({ page, context, baseURL }) => {
  test.slow();
  const author = await createPerson({ email: drawEmail('author') });
  const editor = await signInAs(context, baseURL ?? '', { email: drawEmail('editor'), roles: ['editor'] });
  const title = 'بيت اللغات في وسط المدينة: جيران يتعلمون بعضهم من بعض كل أسبوع';
  const fields = { title, language: 'ar', otherPlaces: 'Everywhere around Cork' };
  const id = await addSentExample({ author, fields, state: 'in_review', claimedBy: editor, times: 2 });
  for (const path of [
    '/en/review?tab=mine',
    `/fr/review/${id}`,
    `/sq/review/${id}/decide/schedule`,
    `/en/review/${id}/decide/accept`,
  ]) {
    await page.goto(path);
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page, `${path}, ${width} px wide`);
      await expectNoSidewaysScroll(page, `${path}, ${width} px wide`);
    }
    await expectOrderlyHeadings(page);
  }
});
