import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { queryDatabase } from '#scripts/query-database';
import { filledFields } from '#tests/support/filled-draft';
import { drawEmail, readMailTo, signInAs } from '#tests/support/sign-in';
import { field, press } from '#tests/support/submission-page';

const criteria = [
  'An intercultural aim',
  'The city did it',
  'What happened, and how you know',
  'Plain words',
  'Another city could do it',
];

const onSite = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

/** A draft from which nothing is missing but the agreement; how it is written is tried elsewhere. */
async function addFilledDraft(author: string, title: string): Promise<string> {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 10);
  const topics = ['anti-discrimination-and-equality'];
  await onSite('insert into submission (id, fields) values ($1, $2)', [
    id,
    JSON.stringify({ ...filledFields, title, topics }),
  ]);
  await onSite('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)', [
    id,
    author,
  ]);
  return id;
}

/** Takes an example up from the queue. */
async function takeUp(editor: Page, title: string): Promise<void> {
  await editor.goto(`/en/review?q=${encodeURIComponent(title)}`);
  await press(editor, `Take it up: ${title}`);
  await expect(editor.getByText('✓ You have taken it up.')).toBeVisible();
}

/** Judges it by every criterion, accepts it and publishes it, with what changed in a sentence. */
async function acceptAndPublish(editor: Page, note?: string): Promise<void> {
  for (const criterion of criteria)
    await editor.getByRole('group', { name: criterion }).getByLabel('Met', { exact: true }).check();
  await press(editor, 'Save the judgement');
  await editor.getByRole('link', { name: 'Accept', exact: true }).click();
  await press(editor, 'Accept');
  await expect(editor.getByText('✓ It is accepted.')).toBeVisible();
  await editor.getByRole('link', { name: 'Publish now', exact: true }).click();
  if (note) await editor.getByLabel('What changed').fill(note);
  await press(editor, 'Publish now');
  await expect(editor.getByText('✓ It is published.')).toBeVisible();
}

/** Titles on the list as anybody gets it at this very moment. */
async function readList(visitor: Page, query: string): Promise<string> {
  await visitor.goto(`/en?${query}`);
  return (await visitor.getByRole('main').textContent()) ?? '';
}

test.describe('an author, an editor and someone from outside', { tag: '@both' }, () => {
  test.setTimeout(240_000);

  test('take an example from its sending into the catalogue, to a second version, and out again', async ({
    browser,
    baseURL = '',
    javaScriptEnabled,
  }) => {
    const contexts: BrowserContext[] = [];
    const open = async () => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled });
      contexts.push(context);
      return { context, page: await context.newPage() };
    };
    const { context: ofAuthor, page: author } = await open();
    const { context: ofEditor, page: editor } = await open();
    const { page: guest } = await open();
    const { page: visitor } = await open();
    const [authorEmail, guestEmail] = [drawEmail('author'), drawEmail('guest')];
    const authorId = await signInAs(ofAuthor, baseURL, {
      email: authorEmail,
      name: 'Mira',
      cities: ['cork'],
    });
    await signInAs(ofEditor, baseURL, { email: drawEmail('editor'), name: 'Eva', roles: ['editor'] });
    const title = `Café of languages ${crypto.randomUUID().slice(0, 8)}`;
    const id = await addFilledDraft(authorId, title);

    await author.goto(`/en/submissions/${id}/send`);
    await author.getByLabel('The city agrees that this example is published').check();
    await press(author, 'Send');
    await expect(author.locator('.reference')).toHaveText(/^IC-\d{4}-\d{4}$/);
    expect(await readList(visitor, `q=${encodeURIComponent(title)}`)).not.toContain(
      'Neighbours teach each other',
    );

    await takeUp(editor, title);
    await editor.locator('#comment-purpose summary').first().click();
    await editor.locator('#comment-purpose').getByRole('textbox', { name: 'Comment' }).fill('Who met whom?');
    await Promise.all([
      editor.waitForEvent('load'),
      editor.locator('#comment-purpose').getByRole('button', { name: 'Keep the comment' }).click(),
    ]);
    await editor.getByRole('link', { name: 'Ask someone outside' }).click();
    await editor.getByLabel('Their name').fill('Nora Lind');
    await editor.getByLabel('E-mail address').fill(guestEmail);
    await editor.getByLabel('What you would like to know').fill('Would it work elsewhere?');
    await press(editor, 'Send the request');

    await guest.goto(/\/en\/opinions\/[\w-]{43}/.exec(await readMailTo(guestEmail))?.[0] ?? '');
    await guest.getByLabel('Ask the city first').check();
    await guest.getByLabel('Why', { exact: true }).fill('Say how many came.');
    await guest.getByLabel('Your name').fill('Nora Lind, Oslo');
    await press(guest, 'Sign and send');
    await expect(guest.getByText('Signed by Nora Lind, Oslo')).toBeVisible();

    await editor.goto(`/en/review/${id}`);
    const opinions = editor.getByRole('region', { name: 'Opinions from outside' });
    await expect(opinions).toContainText('Nora Lind, Oslo');
    await expect(opinions).toContainText('Ask the city first');
    await editor.getByRole('link', { name: 'Ask for changes', exact: true }).click();
    await editor.getByLabel('Subject').fill('Two questions about your café');
    await press(editor, 'Ask for changes');
    await expect(editor.getByText('✓ It is the authors’ turn.')).toBeVisible();

    await readMailTo(authorEmail);
    await author.goto(`/en/submissions/${id}/sent`);
    await author.getByRole('link', { name: 'Go to the field: Purpose' }).click();
    await expect(author.getByRole('region', { name: 'Comment on “Purpose”' })).toContainText('Who met whom?');
    await field(author, 'Purpose').fill('To let neighbours and newcomers meet.');
    await press(author, 'Save and continue');
    await author.goto(`/en/submissions/${id}/send`);
    await author.getByLabel('The city agrees that this example is published').check();
    await press(author, 'Send');
    await expect(author.getByText('Sent again').first()).toBeVisible();

    await takeUp(editor, title);
    await editor.getByRole('link', { name: 'What changed since it was sent before' }).click();
    await expect(editor.getByRole('insertion').first()).toContainText('neighbours and newcomers');
    await expect(editor.getByRole('deletion').first()).toContainText('people');
    await editor.goto(`/en/review/${id}`);
    await acceptAndPublish(editor);

    const found = `country=IE&city=cork&topic=anti-discrimination-and-equality&q=${encodeURIComponent(title)}`;
    expect(await readList(visitor, found)).toContain(title);
    await visitor.getByRole('link', { name: title }).click();
    const address = new URL(visitor.url()).pathname;
    await expect(visitor.getByText('To let neighbours and newcomers meet.')).toBeVisible();
    expect(await (await visitor.request.get('/en/feed.xml')).text()).toContain(title);
    expect(await (await visitor.request.get('/sitemap.xml')).text()).toContain(address);

    await author.goto(address);
    await author.getByRole('link', { name: 'Change this example' }).click();
    await press(author, 'Begin a revision');
    const revision = /submissions\/(\w{10})/.exec(author.url())?.[1] ?? '';
    await author.goto(`/en/submissions/${revision}/story`);
    await field(author, 'Impact').fill('Many came: 240 in the first year.');
    await press(author, 'Save and continue');
    await author.goto(`/en/submissions/${revision}/send`);
    await author.getByLabel('The city agrees that this example is published').check();
    await press(author, 'Send');
    await visitor.goto(address);
    await expect(visitor.getByText('Many came.', { exact: true })).toBeVisible();

    await takeUp(editor, title);
    await acceptAndPublish(editor, 'Figures of the first year.');
    await visitor.goto(address);
    await expect(visitor.getByText('Many came: 240 in the first year.')).toBeVisible();
    await visitor.goto(`${address}/history`);
    await expect(visitor.getByRole('main')).toContainText('Figures of the first year.');
    await visitor.getByRole('link', { name: 'What changed since version 1' }).click();
    await expect(visitor.getByRole('insertion').first()).toContainText('240 in the first year');
    await visitor.goto(`${address}/history/1`);
    await expect(visitor.getByText('Many came.', { exact: true })).toBeVisible();

    await editor.goto(`/en/review/${revision}`);
    await editor.getByRole('link', { name: 'Take it out of the catalogue', exact: true }).click();
    await editor.getByLabel('Reason, for everyone who comes to its address').fill('The café closed in 2026.');
    await press(editor, 'Take it out of the catalogue');
    await expect(editor.getByText('✓ It is out of the catalogue.')).toBeVisible();
    expect(await readList(visitor, found)).not.toContain('Neighbours teach each other');
    const gone = await visitor.goto(address);
    expect(gone?.status()).toBe(410);
    await expect(visitor.getByRole('main')).toContainText('The café closed in 2026.');
    expect(await (await visitor.request.get('/sitemap.xml')).text()).not.toContain(address);
    await editor.goto(`/en/review/${revision}/story`);
    await expect(editor.getByRole('main')).toContainText('Nora Lind');

    for (const context of contexts) await context.close();
  });
});
