import { expect, type Page } from '@playwright/test';
import { expectNoSidewaysScroll } from '#tests/support/audit-page';
import { type Hand, keyboard, pointer } from '#tests/support/hands';
import { test } from '#tests/support/page-fixture';
import { makePdf } from '#tests/support/pdf';
import { makePhoto } from '#tests/support/pictures';
import { drawEmail, readCodeFor, readMailTo } from '#tests/support/sign-in';
import { field } from '#tests/support/submission-page';

test.use({ signsIn: true, signedOutWhileWriting: true });

const title = 'Language cafés in every library';
const story = {
  Summary: 'Neighbours teach each other their languages once a week, in the library nearest to them.',
  Purpose: 'People of one neighbourhood get to know each other.\n\n- languages\n- **company**',
  Rationale: 'A survey of the city found that half of the newcomers had nobody to talk to.',
  Process: 'Librarians were trained, posters were hung up, and the first evening was held in March.',
  Impact: 'Four hundred people came in the first year, and a third of them came every week.',
};

/** From the first visit to a sent example that is taken back, in three sittings. */
async function travel(page: Page, hand: Hand, javaScript: boolean): Promise<void> {
  const email = drawEmail('journey');
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
  const goOn = () => hand.press(button('Save and continue').last());
  const steps = page.getByRole('navigation', { name: 'Steps' });

  await page.goto('/en/sign-in');
  await hand.press(page.getByRole('link', { name: 'Ask for access' }));
  await hand.write(page.getByLabel('Your name'), 'Arta Krasniqi');
  await hand.write(page.getByLabel('E-mail address'), email);
  const city = page.getByRole('combobox', { name: 'City' });
  if (javaScript) {
    await hand.write(city, 'berg');
    await expect(page.getByRole('option', { name: /^Bergen/ })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  } else await hand.choose(city, 'Bergen');
  await hand.press(button('Send me a code'));
  await hand.write(page.getByLabel('Code from the mail'), await readCodeFor(email));
  await hand.press(button('Sign in'));

  await hand.press(button('Begin an example'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where and when');
  await hand.write(field(page, 'Years'), 'since 2019');
  await goOn();
  await expectNoSidewaysScroll(page, page.url());
  await hand.write(field(page, 'Title'), title);
  await hand.press(button('Save'));

  // The second sitting, on another day.
  await page.goto('/en/submissions');
  await hand.press(page.getByRole('link', { name: new RegExp(`^Go on writing.*${title}`) }));
  await hand.press(steps.getByRole('link', { name: /The story/ }));
  await expect(field(page, 'Title')).toHaveValue(title);
  await hand.choose(page.getByLabel('Language of the text'), 'English');
  for (const [name, text] of Object.entries(story)) await hand.write(field(page, name), text);
  await goOn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What others need to know');
  await hand.write(field(page, 'Evidence'), 'The university counted the visits.');
  await goOn();
  await expectNoSidewaysScroll(page, page.url());

  // The third, after signing out.
  await page.context().clearCookies();
  await hand.tick(page.getByRole('checkbox', { name: 'Multilingualism' }));
  await goOn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await hand.write(page.getByLabel('E-mail address'), email);
  await hand.press(button('Send me a code'));
  await hand.write(page.getByLabel('Code from the mail'), await readCodeFor(email));
  await hand.press(button('Sign in'));
  await expect(page.getByRole('checkbox', { name: 'Multilingualism' })).toBeChecked();
  await goOn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pictures and documents');
  await attachFiles(page, hand);
  await goOn();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check and send');
  await expectNoSidewaysScroll(page, page.url());

  await hand.press(page.getByRole('main').getByRole('link', { name: 'See the page as it will be' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('img', { name: 'A room with books' })).toBeVisible();
  await expectNoSidewaysScroll(page, page.url());
  await hand.press(page.getByRole('main').getByRole('link', { name: 'Back to the example' }));
  if (!/\/send(?:$|\?)/.test(page.url()))
    await hand.press(steps.getByRole('link', { name: /Check and send/ }));
  await hand.tick(page.getByLabel('The city agrees that this example is published'));
  await hand.press(button('Send'));
  const reference = await page.locator('.reference').textContent();
  expect(reference).toMatch(/^IC-\d{4}-\d{4}$/);
  expect(await readMailTo(email)).toContain(reference);
  await hand.press(button('Take it back'));
  await expect(page.getByText('Nobody reads your example now.')).toBeVisible();
}

async function attachFiles(page: Page, hand: Hand): Promise<void> {
  await hand.attach(page.getByLabel('Add pictures and documents'), [
    { name: 'room.jpg', mimeType: 'image/jpeg', buffer: await makePhoto(1) },
    { name: 'people.jpg', mimeType: 'image/jpeg', buffer: await makePhoto(6) },
    { name: 'report.pdf', mimeType: 'application/pdf', buffer: makePdf() },
  ]);
  await hand.press(page.getByRole('button', { name: 'Upload' }));
  const items = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  await expect(items).toHaveCount(3);
  for (const [place, alt] of ['A room with books', 'Two people talking'].entries()) {
    const item = items.nth(place);
    await hand.write(item.getByLabel('What the picture shows'), alt);
    await hand.write(item.getByLabel('Who took the picture'), 'City of Bergen');
    await hand.tick(item.getByLabel('Nobody can be recognised'));
  }
  const report = items.nth(2);
  await hand.write(report.getByLabel('Title of the document'), 'Visits in the first year');
  await hand.choose(report.getByLabel('Language of the document'), 'English');
}

test.describe('an officer from a city that has none yet', () => {
  test.setTimeout(240_000);

  test('writes, sends and takes an example back, at 320 pixels', { tag: '@both' }, async ({
    page,
    javaScriptEnabled,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await travel(page, pointer(page), javaScriptEnabled ?? true);
  });

  test('does it all by keyboard alone', async ({ page }) => {
    await travel(page, keyboard(page), true);
  });
});
