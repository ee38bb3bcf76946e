import { type BrowserContext, expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { test } from '#tests/support/own-site';
import { createPerson, drawEmail, endSessionsOf, signInAgain, signInAs } from '#tests/support/sign-in';
import { field, press } from '#tests/support/submission-page';
import {
  addOriginal,
  addPublicText,
  addTranslation,
  frenchText,
  originalText,
  publishOriginal,
} from '#tests/support/translated-example';

test.use({ signsIn: true, signedOutWhileWriting: true });

/** A field of the form by the name of its part; the label says the language besides. */
const partOf = (page: Page, part: string) => field(page, `${part} \\(French\\)`);

/** The words that a part of the original lost and got, as they are marked. */
async function markedIn(page: Page, part: string) {
  const marks = page.getByRole('region', { name: part, exact: true });
  const textOf = (tag: 'insertion' | 'deletion') => marks.getByRole(tag).allTextContents();
  return { gone: await textOf('deletion'), come: await textOf('insertion') };
}

test.describe('a translator and an editor', { tag: '@both' }, () => {
  test.setTimeout(180_000);

  test('bring a text to readers in another language, and again when its original changes', async ({
    page: translator,
    context,
    browser,
    baseURL,
    javaScriptEnabled,
  }) => {
    const origin = baseURL ?? '';
    const others: BrowserContext[] = [];
    const open = async () => {
      const other = await browser.newContext({ baseURL: origin, javaScriptEnabled });
      others.push(other);
      return { context: other, page: await other.newPage() };
    };
    const { context: ofEditor, page: editor } = await open();
    const { page: visitor } = await open();
    const title = `Tea ${crypto.randomUUID().slice(0, 8)}`;
    const { id, slug } = await addOriginal(title);
    const account = await signInAs(context, origin, {
      ...{ email: drawEmail('translator'), name: 'Nadia', roles: ['translator'] },
    });
    await signInAs(ofEditor, origin, { email: drawEmail('editor'), name: 'Eva', roles: ['editor'] });

    await translator.goto('/en/about');
    await translator.goto(`/en/translations?q=${encodeURIComponent(title.toUpperCase())}&language=fr`);
    const row = translator.getByRole('row', { name: new RegExp(title) });
    await expect(row).toContainText('Not begun');
    await row.getByRole('link', { name: `${title} into French` }).click();
    await expect(translator.getByText('Albufeira')).toBeVisible();
    await press(translator, 'Begin');
    await expect(translator.getByText('✓ It is yours to write.')).toBeVisible();

    // The session ends under the hands of who writes; the words wait for the sign-in.
    await endSessionsOf(account);
    await partOf(translator, 'Title').fill('Le thé');
    await partOf(translator, 'Purpose').fill(frenchText.purpose);
    await press(translator, 'Save');
    await expect(translator).toHaveURL(/\/en\/sign-in\?to=/);
    await signInAgain(context, origin, { id: account });
    await translator.goto(new URL(translator.url()).searchParams.get('to') ?? '');
    await expect(translator.getByText('You were signed out while writing.')).toBeVisible();
    await expect(partOf(translator, 'Purpose')).toHaveValue(frenchText.purpose);

    await press(translator, 'Finished: hand it in');
    await expect(translator).toHaveTitle(/^Error: /);
    await expect(translator.locator('#problems')).toBeFocused();
    await expect(translator.locator('#problems').getByRole('link')).toHaveText([
      ...['Translate “Summary”', 'Translate “Process”', 'Translate “Impact”'],
    ]);
    await partOf(translator, 'Summary').fill(frenchText.summary);
    await partOf(translator, 'Process').fill(frenchText.process);
    await partOf(translator, 'Impact').fill(frenchText.impact);
    await press(translator, 'Finished: hand it in');
    await expect(translator.getByText('✓ It is handed in.')).toBeVisible();
    await expect(translator.getByRole('button', { name: 'Approve' })).toHaveCount(0);

    await editor.goto(`/en/translations?state=ready&q=${encodeURIComponent(title)}`);
    await editor.getByRole('link', { name: `${title} into French` }).click();
    await press(editor, 'Ask for changes');
    await expect(editor.locator('#problems').getByRole('link')).toHaveText(['Write what is to be changed']);
    await editor.getByLabel('What is to be changed').fill('The title misses the harbour.');
    await press(editor, 'Ask for changes');
    await expect(editor.getByText('✓ It went back to its translator')).toBeVisible();

    await translator.goto(`/en/translations?mine=1`);
    await expect(translator.getByRole('row', { name: new RegExp(title) })).toContainText('Changes asked for');
    await translator.goto(`/en/translations/${id}/fr`);
    await expect(translator.getByText('The title misses the harbour.').first()).toBeVisible();
    await partOf(translator, 'Title').fill(frenchText.title);
    await press(translator, 'Finished: hand it in');

    await visitor.goto(`/fr/practices/${slug}`);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title);
    await editor.goto(`/en/translations/${id}/fr`);
    await press(editor, 'Approve');
    await expect(editor.getByText('✓ It is approved. Readers see it.')).toBeVisible();
    await visitor.goto(`/fr/practices/${slug}`);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(frenchText.title);

    await publishOriginal(id, {
      purpose: originalText.purpose.replace('every day', 'every single day'),
      impact: 'Some 120 neighbours came in the first year.',
    });
    await translator.goto(`/en/translations?state=outdated&q=${encodeURIComponent(title)}`);
    await expect(translator.getByRole('row', { name: new RegExp(title) })).toContainText(
      '2 parts changed since',
    );
    await translator.getByRole('link', { name: `${title} into French` }).click();
    await press(translator, 'Bring it up to date');
    const changed = translator.getByRole('region', { name: 'Changed since this translation was made' });
    await expect(changed.getByRole('link')).toHaveText(['Purpose', 'Impact']);
    expect(await markedIn(translator, 'Purpose')).toEqual({
      ...{ gone: [], come: [expect.stringMatching(/^\(added: ?single ? ?\) ?$/)] },
    });
    expect(await markedIn(translator, 'Impact')).toEqual({
      gone: [expect.stringMatching(/^\(taken out: ?80 ?\) ?$/)],
      come: [expect.stringMatching(/^\(added: ?120 ?\) ?$/)],
    });
    expect(await markedIn(translator, 'Process')).toEqual({ gone: [], come: [] });
    await partOf(translator, 'Impact').fill('Quelque 120 voisins sont venus la première année.');
    await press(translator, 'Finished: hand it in');
    await expect(translator.getByText('✓ It is handed in.')).toBeVisible();

    await editor.goto(`/en/translations/${id}/fr`);
    expect((await markedIn(editor, 'Impact')).come).toEqual([expect.stringContaining('120')]);
    await press(editor, 'Approve');
    await visitor.goto(`/fr/practices/${slug}`);
    await expect(visitor.getByText('Quelque 120 voisins')).toBeVisible();
    await expect(editor.getByText('Text 2, from version 2 of the original')).toBeVisible();
    for (const other of others) await other.close();
  });
});

test('two texts for one part are shown side by side, and the translator chooses', async ({
  page,
  context,
  baseURL,
}) => {
  const translator = await signInAs(context, baseURL ?? '', {
    ...{ email: drawEmail('translator'), roles: ['translator'] },
  });
  const { id } = await addOriginal('Two windows');
  await addTranslation({ practiceId: id, language: 'fr', state: 'draft', translator, fields: {} });
  const second = await context.newPage();
  await page.goto(`/en/translations/${id}/fr`);
  await second.goto(`/en/translations/${id}/fr`);
  await partOf(page, 'Title').fill('Deux fenêtres');
  await press(page, 'Save');
  await partOf(second, 'Title').fill('Deux croisées');
  await press(second, 'Save');
  const both = second.getByRole('region', { name: 'Two texts for “Title”' });
  await expect(both).toContainText('Deux fenêtres');
  await expect(both).toContainText('Deux croisées');
  await press(second, 'Take the other one');
  await expect(partOf(second, 'Title')).toHaveValue('Deux croisées');
  await expect(both).toHaveCount(0);
});

test('the pages of translators can be used by everyone', async ({ page, context, baseURL }) => {
  test.slow();
  const me = await signInAs(context, baseURL ?? '', {
    ...{ email: drawEmail('editor'), name: 'Eva', roles: ['translator', 'editor'] },
  });
  const other = await createPerson({ email: drawEmail('other'), name: 'Nadia', roles: ['translator'] });
  const { id } = await addOriginal('A longer title for an example about tea, harbours and their neighbours');
  const practiceId = id;
  await addPublicText(id, 'fr', { ...frenchText, purpose: 'Se rencontrer.' });
  await addTranslation({ practiceId, language: 'fr', state: 'ready', translator: other, fields: frenchText });
  const arabic = { title: 'شاي في الميناء', purpose: 'ليلتقي الناس الذين يمرّ بعضهم ببعض كل يوم.' };
  const returnedFor = 'Shorter.';
  await addTranslation({
    practiceId,
    language: 'ar',
    state: 'draft',
    translator: me,
    fields: arabic,
    returnedFor,
  });
  await addTranslation({ practiceId, language: 'sq', state: 'machine', fields: frenchText });
  await page.goto(`/en/translations/${id}/ar`);
  await expectAccessible(page, 'the form, dark');
  await publishOriginal(id, { summary: 'Neighbours drink coffee together.' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/en/translations/${id}/ar`);
  await expectAccessible(page, 'the changed form, dark');
  await page.emulateMedia({ colorScheme: 'light' });
  for (const path of [
    '/fr/translations',
    `/ar/translations/${id}/ar?check=1`,
    `/en/translations/${id}/fr`,
    `/sq/translations/${id}/sq`,
  ]) {
    await page.goto(path);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page, `${path}, ${width} px wide`);
      await expectNoSidewaysScroll(page, `${path}, ${width} px wide`);
    }
    if (!path.includes('check')) await expectOrderlyHeadings(page);
  }
});
