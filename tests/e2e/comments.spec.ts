import { randomBytes } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { DraftFields } from '#domain/submission-fields';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible, expectNoSidewaysScroll } from '#tests/support/audit-page';
import { filledFields } from '#tests/support/filled-draft';
import { test } from '#tests/support/page-fixture';
import { drawEmail, signInAs } from '#tests/support/sign-in';
import { field, press } from '#tests/support/submission-page';

test.use({ signsIn: true });

const fields: DraftFields = {
  ...filledFields,
  ...{ country: 'IE', cities: ['cork'], topics: ['anti-discrimination-and-equality'], agreed: 'yes' },
};
const onSite = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

type Site = { context: BrowserContext; baseURL: string | undefined };

const asAuthor = async ({ context, baseURL }: Site, id: string) => {
  await context.clearCookies();
  const account = await signInAs(context, baseURL ?? '', { email: drawEmail('author'), name: 'Mira' });
  await onSite('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)', [
    id,
    account,
  ]);
};
const asEditor = async ({ context, baseURL }: Site) => {
  await context.clearCookies();
  const person = { email: drawEmail('editor'), name: 'Edda', roles: ['editor'] } as const;
  return signInAs(context, baseURL ?? '', person);
};

/** What was sent, each time it was, and is being read. */
async function addSent(editor: string, ...versions: DraftFields[]): Promise<string> {
  const id = randomBytes(5).toString('hex');
  await onSite(
    `insert into submission (id, state, fields, reference, claimed_by, claimed_at, submitted_at)
      values ($1, 'in_review', $2, $3, $4, now(), now())`,
    [id, JSON.stringify(versions.at(-1)), `IC-C-${id}`, editor],
  );
  for (const [place, sent] of versions.entries())
    await onSite(
      `insert into submission_sent (submission_id, number, at, sent_by, fields, files)
        values ($1, $2, now() - make_interval(days => $3), $4, $5, '[]')`,
      [id, place + 1, versions.length - place, editor, JSON.stringify(sent)],
    );
  return id;
}

/** What a decision does to the comments, whose own form is tried elsewhere. */
async function askForChanges(id: string): Promise<void> {
  await onSite(
    `update submission set state = 'changes_requested', claimed_by = null, claimed_at = null where id = $1`,
    [id],
  );
  await onSite('update review_comment set shared_at = now() where submission_id = $1 and shared_at is null', [
    id,
  ]);
}

/** Opens what is folded away, and fills what it holds. */
async function comment(page: Page, place: string, words: string): Promise<void> {
  const part = page.locator(`#comment-${place}`);
  await part.locator('summary').first().click();
  await part.getByRole('textbox', { name: 'Comment' }).fill(words);
}

test('what an editor asks is answered at the field, and nothing that is typed is lost', {
  tag: '@both',
}, async ({ page, context, baseURL }) => {
  test.slow();
  const id = await addSent(await asEditor({ context, baseURL }), fields);
  await page.goto(`/en/review/${id}`);
  await comment(page, 'title', ' ');
  await press(page, 'Keep the comment');
  await expect(page).toHaveTitle(/^Error: /);
  await page.locator('#problems').getByRole('link', { name: 'Write something first' }).click();
  await expect(page.locator('#comment-title').getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.locator('#comment-title').getByRole('textbox', { name: 'Comment' }).fill('Whose café?');
  await press(page, 'Keep the comment');
  await expect(page.getByText('only editors see this')).toBeVisible();
  await comment(page, 'summary', '');
  await page.locator('#comment-summary').getByText('Suggest another wording').first().click();
  await expect(page.locator('#comment-summary').getByRole('textbox', { name: /^Suggest/ })).toHaveValue(
    fields.summary,
  );
  await page
    .locator('#comment-summary')
    .getByRole('textbox', { name: /^Suggest/ })
    .fill('Neighbours teach each other their languages every week in the library.');
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('#comment-summary').getByRole('button', { name: 'Keep the comment' }).click(),
  ]);
  await expect(page.getByRole('insertion')).toContainText('every');
  await askForChanges(id);

  await asAuthor({ context, baseURL }, id);
  await page.goto(`/en/submissions/${id}/sent`);
  await expect(page.getByRole('heading', { name: 'What the editors ask' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the field: Title' }).click();
  await expect(page.getByRole('navigation', { name: 'Steps' })).toContainText('2 comments to answer');
  await field(page, 'Purpose').fill('To let people meet, every week.');
  const title = page.getByRole('region', { name: 'Comment on “Title”' });
  await title.getByText('Answer', { exact: true }).click();
  await title.getByRole('textbox', { name: 'Your answer' }).fill('That of the library.');
  const summary = page.getByRole('region', { name: 'Comment on “Summary”' });
  await summary.getByText('Answer', { exact: true }).click();
  await summary.getByRole('textbox', { name: 'Your answer' }).fill('Thank you, that is');
  await press(page, 'Send the answer: Title');
  await expect(title).toContainText('That of the library.');
  await expect(field(page, 'Purpose')).toHaveValue('To let people meet, every week.');
  await expect(summary.getByRole('textbox', { name: 'Your answer' })).toHaveValue('Thank you, that is');
  await press(page, 'Take this wording: Summary');
  await expect(field(page, 'Summary')).toHaveValue(/every week/);
  await press(page, 'Mark as done: Title');
  await expect(page.getByRole('navigation', { name: 'Steps' })).not.toContainText('to answer');
  await page.getByText('Done: Suggested').click();
  await expect(page.getByText('Thank you, that is', { exact: true })).toBeVisible();

  await asEditor({ context, baseURL });
  await page.goto(`/en/review/${id}`);
  await page.getByText('Done: Whose café?').click();
  await expect(page.getByText('That of the library.')).toBeVisible();
  await expect(page.getByText('Keep the comment')).toHaveCount(0);
});

test('what was declined is looked at once more, when its authors say why', { tag: '@both' }, async ({
  page,
  context,
  baseURL,
}) => {
  const id = await addSent(await asEditor({ context, baseURL }), fields);
  await onSite(
    `update submission set state = 'declined', claimed_by = null, claimed_at = null where id = $1`,
    [id],
  );
  const data = { letter: { subject: 'x', text: 'We thank you.' }, reasons: 'It is an advertisement.' };
  await onSite(
    `insert into submission_event (submission_id, actor, kind, data) values ($1, 'x', 'declined', $2)`,
    [id, JSON.stringify(data)],
  );
  await asAuthor({ context, baseURL }, id);
  await page.goto(`/en/submissions/${id}/sent`);
  await expect(page.getByText('It is an advertisement.')).toBeVisible();
  await press(page, 'Ask for another look');
  await expect(page.locator('#problems')).toContainText('Write why you see it differently');
  await page.getByLabel('Why the example belongs in the catalogue').fill('Nothing is sold.');
  await press(page, 'Ask for another look');
  await expect(page.getByText('asked for another look')).toBeVisible();
});

test('the pages with comments and changes are accessible at every width', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const later = {
    ...fields,
    ...{ purpose: 'To let all people meet.\n\nAnd learn.', cities: [], website: 'https://cork.example' },
  };
  const id = await addSent(await asEditor({ context, baseURL }), fields, later, {
    ...later,
    rationale: 'Too few did.',
  });
  await onSite(
    `insert into review_comment (id, submission_id, field, account_id, text, suggestion, base_version, sent_number, shared_at)
      select $1, $1, 'purpose', claimed_by, 'Who?', 'To let newcomers meet.', 1, 2, now() from submission where id = $1`,
    [id],
  );
  await page.goto(`/en/review/${id}/changes?from=1&to=2`);
  const purpose = page.getByRole('region', { name: 'Purpose' });
  await expect(purpose.getByRole('insertion').filter({ visible: true }).first()).toContainText('all');
  await expect(page.getByRole('region', { name: 'Cities' }).getByRole('deletion')).toHaveText('Cork');
  await expect(page.getByRole('region', { name: 'Not changed' })).toContainText('Title');
  await page.getByLabel('From').selectOption('2');
  await page.getByLabel('To', { exact: true }).selectOption('3');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/changes\?from=2&to=3$/);
  await expect(page.getByRole('region', { name: 'Rationale' })).toBeVisible();
  for (const address of [`/en/review/${id}/changes?from=1&to=2`, `/en/review/${id}`])
    await audit(page, address);
  await askForChanges(id);
  await asAuthor({ context, baseURL }, id);
  for (const address of ['sent', 'story', 'place']) await audit(page, `/en/submissions/${id}/${address}`);
});

async function audit(page: Page, address: string): Promise<void> {
  for (const width of [320, 768, 1_280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address);
    await expectNoSidewaysScroll(page, `${address} at ${width}`);
    if (width !== 768) await expectAccessible(page, `${address} at ${width}`);
  }
}
