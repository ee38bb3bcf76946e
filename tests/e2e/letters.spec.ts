import { randomBytes } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { filledFields } from '#tests/support/filled-draft';
import { test } from '#tests/support/page-fixture';
import { createPerson, drawEmail, signInAs } from '#tests/support/sign-in';

test.use({ signsIn: true });

const onSite = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

/** The pages are the same without JavaScript: they are held against the rules once. */
async function audit(page: Page, state: string): Promise<void> {
  if (test.info().project.name !== 'javascript') return;
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, `${state}, ${width} px wide`);
  }
  await expectAccessible(page, state);
  await expectOrderlyHeadings(page);
}

/** The link at the end of the mail about an appeal. */
async function linkTo(email: string): Promise<string> {
  const rows = await onSite(`select text from outbox_mail where "to" = $1 and kind = 'submission-appealed'`, [
    email,
  ]);
  const text = z.array(z.object({ text: z.string() })).parse(rows)[0]?.text ?? '';
  return /\/en\/unsubscribe\/[\w.-]+/.exec(text)?.[0] ?? '';
}

type Told = { kind: string; actor: string; data?: object; before?: object; after?: object };

/** An example in a state, with its writer and what happened to it so far, an hour between each. */
async function addExample(author: string, state: string, told: readonly Told[] = []): Promise<string> {
  const id = randomBytes(5).toString('hex');
  await onSite(
    `insert into submission (id, state, fields, reference, submitted_at) values ($1, $2::"SubmissionState", $3, $4, now())`,
    [id, state, JSON.stringify(filledFields), `IC-L-${id}`],
  );
  await onSite('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)', [
    id,
    author,
  ]);
  for (const [hour, { kind, actor, data = null, before = null, after = null }] of told.entries())
    await onSite(
      `insert into submission_event (submission_id, at, actor, kind, data, before, after)
        values ($1, timestamptz '2026-11-24 20:00Z' + make_interval(hours => $2), $3, $4, $5, $6, $7)`,
      [id, hour, actor, kind, ...[data, before, after].map((json) => json && JSON.stringify(json))],
    );
  return id;
}

const signedIn = (context: BrowserContext, baseURL: string | undefined, email: string, isEditor = false) =>
  signInAs(context, baseURL ?? '', { email, name: 'Mira', ...(isEditor && { roles: ['editor'] }) });

test('mails come as a person wishes, and end by the link in one of them', { tag: '@both' }, async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.slow();
  const email = drawEmail('editor');
  await signedIn(context, baseURL, email, true);
  await page.goto('/en/account');
  const group = (name: RegExp) => page.getByRole('group', { name });
  const arrivals = group(/arrived for the editors/);
  await arrivals.getByLabel('Once a day, all in one mail').check();
  await page.getByRole('button', { name: 'Save the choice' }).click();
  await expect(page.getByText('Your choice of mails is saved.')).toBeVisible();
  await expect(arrivals.getByLabel('Once a day, all in one mail')).toBeChecked();
  const answers = group(/have answered/);
  await expect(answers.getByLabel('At once, each by itself')).toBeChecked();
  await audit(page, 'account');

  const other = await browser.newContext({ baseURL });
  const author = await signedIn(other, baseURL, drawEmail('author'));
  const id = await addExample(author, 'declined');
  const writer = await other.newPage();
  await writer.goto(`/en/submissions/${id}/sent`);
  await writer.getByLabel('Why the example belongs in the catalogue').fill('Nobody else does it.');
  await writer.getByRole('button', { name: 'Ask for another look' }).click();
  await expect(writer.getByRole('button', { name: 'Ask for another look' })).toHaveCount(0);
  const link = await linkTo(email);
  await other.clearCookies();
  // The reader of the mail is signed in nowhere.
  await writer.goto(link);
  await expect(writer.getByRole('heading', { level: 1 })).toHaveText('Stop these mails');
  await audit(writer, 'unsubscribe');
  await writer.goto(`${link}/now`);
  await expect(writer, 'to open it changes nothing').toHaveURL(link);
  await writer.getByRole('button', { name: 'Stop them' }).click();
  await expect(writer.getByRole('heading', { level: 1 })).toHaveText('You no longer get these mails');
  await audit(writer, 'unsubscribed');
  await writer.getByRole('link', { name: 'Go to your account' }).click();
  await expect(writer).toHaveURL(/\/en\/sign-in/);
  await other.close();

  await page.goto('/en/account');
  await expect(answers.getByLabel('Not at all')).toBeChecked();
  await expect(arrivals.getByLabel('Once a day, all in one mail')).toBeChecked();
});

test('a provider of mail may press the button for its reader; nothing else takes a form from elsewhere', async ({
  baseURL,
}) => {
  const author = await createPerson({ email: drawEmail('author') });
  const email = drawEmail('editor');
  const editor = await createPerson({ email, roles: ['editor'] });
  const id = await addExample(author, 'declined');
  const session = randomBytes(32).toString('base64url');
  await onSite(
    `insert into session (token_hash, id, account_id, expires_at, device)
      values (sha256($1::text::bytea), $2, $3, now() + interval '1 day', 'Test')`,
    [session, randomBytes(5).toString('hex'), author],
  );
  const post = (path: string, headers: Record<string, string>, body: string) =>
    fetch(`${baseURL}${path}`, {
      ...{ method: 'POST', redirect: 'manual', body },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
  const own = { Origin: baseURL ?? '', Cookie: `session=${session}` };
  expect((await post(`/en/submissions/${id}/appeal`, own, 'words=Once+more')).status).toBe(303);
  const link = await linkTo(email);
  const wishes = () => onSite('select "group", wish from mail_wish where account_id = $1', [editor]);
  const oneClick = 'List-Unsubscribe=One-Click';
  expect((await post(`${link}x/now`, {}, oneClick)).status, 'a token that is not right').toBe(404);
  for (const path of [link, '/en/account/mails/save', `/en/submissions/${id}/appeal`, '/en/sign-out'])
    expect((await post(path, {}, oneClick)).status, path).toBe(403);
  expect(await wishes()).toEqual([]);
  const answer = await post(`${link}/now`, {}, oneClick);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  expect(await wishes()).toEqual([{ group: 'answers', wish: 'none' }]);
});

test('an editor reads the whole story, its author a part of it', { tag: '@both' }, async ({
  page,
  context,
  baseURL,
}) => {
  test.slow();
  const author = await createPerson({ email: drawEmail('author'), name: 'Mira Officer' });
  const editor = await createPerson({ email: drawEmail('editor'), name: 'Ana Editor', roles: ['editor'] });
  const letter = { subject: 'About your example', text: 'Dear Mira,\n\nplease add the years.' };
  const id = await addExample(author, 'resubmitted', [
    { actor: author, kind: 'sent', data: { number: 1 } },
    { actor: editor, kind: 'claimed' },
    {
      actor: editor,
      kind: 'places-set',
      before: { cities: ['cork'] },
      after: { cities: ['cork', 'bergen'] },
    },
    { actor: editor, kind: 'due-set', before: { dueOn: '2026-12-01' }, after: { dueOn: '2026-12-24' } },
    { actor: editor, kind: 'changes-requested', data: { letter } },
    { actor: author, kind: 'sent', data: { number: 2 } },
  ]);
  await signedIn(context, baseURL, drawEmail('reader'), true);
  await page.goto(`/en/review/${id}`);
  await page.getByRole('link', { name: 'Its story so far' }).click();
  await expect(page).toHaveURL(`/en/review/${id}/story`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The story of “Café of languages”');
  await expect(page.locator('.story-day').getByRole('heading', { level: 2 })).toHaveText([
    '24 November 2026',
    '25 November 2026',
  ]);
  const lines = page.locator('.story-day li > p');
  await expect(lines).toHaveText([
    /^20:00\s*Mira Officer sent it · author$/,
    /^21:00\s*Ana Editor began to read it · editor$/,
    /Ana Editor changed the places from Cork to Cork and Bergen/,
    /moved the day of the answer from 1 December 2026 to 24 December 2026/,
    /^00:00\s*Ana Editor asked for changes/,
    /Mira Officer sent it a second time/,
  ]);
  await page.getByText('The letter as it was sent').click();
  await expect(page.getByText('please add the years.')).toBeVisible();
  await expect(page.getByText('The history is whole: 6 events checked.')).toBeVisible();
  await audit(page, 'story');
  await page.emulateMedia({ colorScheme: 'dark' });
  await audit(page, 'story, dark');

  await context.clearCookies();
  const account = await signedIn(context, baseURL, drawEmail('colleague'));
  await onSite('insert into submission_member (submission_id, account_id) values ($1, $2)', [id, account]);
  await page.goto(`/en/submissions/${id}/sent`);
  const history = page.getByRole('region', { name: 'So far' }).getByRole('listitem');
  await expect(history.nth(0)).toContainText('Mira Officer sent it');
  await expect(history.nth(3)).toContainText('An editor asked for changes');
  await expect(page.getByText('Ana Editor')).toHaveCount(0);
  const refused = await page.goto(`/en/review/${id}/story`);
  expect(refused?.status()).toBe(404);
});
