import { expect, test as plain } from '@playwright/test';
import { locales } from '#i18n/locales';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { test } from '#tests/support/page-fixture';
import { drawEmail, signIn, signInAs } from '#tests/support/sign-in';
import { beginExample, field } from '#tests/support/submission-page';

test.use({ signsIn: true });
test.describe.configure({ timeout: 90_000 });

const saved = 'Saved a moment ago. You can leave and come back.';

test.beforeEach(async ({ context, baseURL }) => {
  await signInAs(context, baseURL ?? '', { email: drawEmail('writer'), name: 'Arta Krasniqi' });
});

test('what is typed is saved after a pause, and said without taking the focus', async ({ page }) => {
  const id = await beginExample(page);
  await page.goto(`/en/submissions/${id}/place`);
  await field(page, 'Years').pressSequentially('since 2017');
  await expect(page.getByRole('status').filter({ hasText: saved })).toBeVisible({ timeout: 4_000 });
  await expect(field(page, 'Years')).toBeFocused();
  await field(page, 'Years').fill('April 2019');
  await expect(page.getByText('Understood as: 2019')).toBeVisible();
  await page.reload();
  await expect(field(page, 'Years')).toHaveValue('April 2019');
});

test('what is typed on a slow line, before the scripts are there, stays and is saved', async ({ page }) => {
  const id = await beginExample(page);
  await page.goto(`/en/submissions/${id}/repeat`);
  await field(page, 'Evidence').fill('It was counted.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(saved)).toBeVisible();
  let letIn = () => {};
  const asked = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route(/\.js(?:\?|$)/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await field(page, 'Evidence').press('End');
  await field(page, 'Evidence').pressSequentially(' Twice.');
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/repeat/save'));
  letIn();
  await answered;
  await expect(field(page, 'Evidence')).toHaveValue('It was counted. Twice.');
  await page.reload();
  await expect(field(page, 'Evidence')).toHaveValue('It was counted. Twice.');
});

test('without a connection it stays in the browser, and is put back and saved later', async ({ page }) => {
  const id = await beginExample(page);
  await page.goto(`/en/submissions/${id}/repeat`);
  const away = new URL(`/en/submissions/${id}/repeat/save`, page.url()).href;
  await page.route(away, (route) => route.abort('aborted'));
  await field(page, 'Evidence').pressSequentially('Kept here.');
  await expect(page.getByText('Not saved yet: no connection.')).toBeVisible();
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(field(page, 'Evidence')).toHaveValue('');
  await page.unroute(away);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(field(page, 'Evidence')).toHaveValue('Kept here.');
  await expect(page.getByText(saved)).toBeVisible();
  await page.reload();
  await expect(field(page, 'Evidence')).toHaveValue('Kept here.');
  await expect(page.getByRole('button', { name: 'Put it back' })).toHaveCount(0);
});

// The browser notes the answer 401 as an error, which is what this is about.
plain(
  'a session that ends while writing is said, and the text is saved after signing in again',
  async ({ page, context, baseURL }) => {
    const email = drawEmail('writer');
    const account = await signInAs(context, baseURL ?? '', { email });
    const id = await beginExample(page);
    await page.goto(`/en/submissions/${id}/repeat`);
    await queryDatabase(process.env.TEST_DATABASE_URL ?? '', 'delete from session where account_id = $1', [
      account,
    ]);
    await field(page, 'Evidence').pressSequentially('Still here.');
    const link = page.getByRole('link', { name: 'Sign in in another tab' });
    await expect(link).toBeVisible();
    await expect(field(page, 'Evidence')).toBeFocused();
    const [tab] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await signIn(tab, email);
    await tab.waitForURL(/repeat/);
    await expect(page.getByText(saved)).toBeVisible({ timeout: 20_000 });
    await tab.reload();
    await expect(field(tab, 'Evidence')).toHaveValue('Still here.');
  },
);

test('two windows: the later one is told, and goes on writing beside the newer text', async ({
  page,
  context,
}) => {
  const id = await beginExample(page);
  await page.goto(`/en/submissions/${id}/repeat`);
  const other = await context.newPage();
  await other.goto(`/en/submissions/${id}/repeat`);
  await field(page, 'Evidence').pressSequentially('First.');
  await expect(page.getByText(saved)).toBeVisible();
  await field(other, 'Evidence').pressSequentially('Second.');
  await expect(other.getByText(/Someone changed the same text meanwhile/)).toBeVisible();
  await field(other, 'Evidence').pressSequentially(' More.');
  await expect
    .poll(() =>
      queryDatabase(
        process.env.TEST_DATABASE_URL ?? '',
        'select conflicts from submission_save where submission_id = $1 and conflicts is not null',
        [id],
      ),
    )
    .toEqual([{ conflicts: { evidence: 'Second. More.' } }]);
  await other.getByRole('link', { name: 'See both texts' }).click();
  await expect(other.getByRole('region', { name: /Two texts/ })).toContainText('Second. More.');
  await expect(field(other, 'Evidence')).toHaveValue('First.');
  await other.close();
});

test('the toolbar writes Markdown with the keyboard alone, and can be undone', async ({ page }) => {
  const id = await beginExample(page);
  await page.goto(`/en/submissions/${id}/repeat`);
  const area = field(page, 'Evidence');
  await area.fill('A survey');
  await area.selectText();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Heading' }).nth(3)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(area).toHaveValue('**A survey**');
  await expect(area).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(area).toHaveValue('A survey');
});

const word = `<html><body><!--StartFragment--><p class=MsoHeading1><b>Not a heading</b></p><h1>Our <span style="color:red">plan</span></h1>
<p class=MsoNormal>The city &lt;council&gt; said <b>yes</b> and <i>more</i>, see <a href="https://example.org/a b">here</a> and <a href="javascript:alert(1)">there</a>.</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>First</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Below</p>
<ol><li>One</li><li>Two<ul><li>Inner</li></ul></li></ol>
<table><tr><td><p>Year</p></td><td>Visits</td></tr><tr><td>2020</td><td>1|2</td></tr></table><style>p{}</style><script>alert(1)</script><img src=x onerror=alert(1)><!--EndFragment--></body></html>`;

test('what is pasted from Word becomes Markdown, and nothing else', async ({ page }) => {
  const id = await beginExample(page);
  await page.goto(`/en/submissions/${id}/repeat`);
  const paste = (html: string, text: string) =>
    field(page, 'Evidence').evaluate(
      (area, [richText = '', plainText = '']) => {
        area.focus();
        const data = new DataTransfer();
        data.setData('text/html', richText);
        data.setData('text/plain', plainText);
        return area.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [html, text],
    );
  expect(await paste(word, 'plain')).toBe(false);
  await expect(field(page, 'Evidence')).toHaveValue(
    [
      '**Not a heading**',
      '### Our plan',
      'The city \\<council\\> said **yes** and *more*, see [here](https://example.org/a%20b) and there.',
      '- First\n   - Below',
      '1. One\n2. Two\n   - Inner',
      '| Year | Visits |\n| --- | --- |\n| 2020 | 1\\|2 |',
    ].join('\n\n'),
  );
  expect(
    await paste('<span>plain words</span>', 'plain words'),
    'the browser pastes what has no format',
  ).toBe(true);
});

test.describe('each step', () => {
  for (const locale of locales) {
    test(`is in order in ${locale}, narrow and wide, light and dark`, async ({ page }) => {
      test.slow();
      const id = await beginExample(page, locale);
      for (const step of ['place', 'story', 'repeat', 'topics']) {
        await page.emulateMedia({ colorScheme: step === 'story' ? 'dark' : 'light' });
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`/${locale}/submissions/${id}/${step}${step === 'topics' ? '?check=1' : ''}`);
          await expectNoSidewaysScroll(page, `${step} at ${width}`);
        }
        // The summary of what is missing stands above the first heading.
        if (step !== 'topics') await expectOrderlyHeadings(page);
        await expectAccessible(page, `${step} in ${locale}`);
      }
    });
  }
});
