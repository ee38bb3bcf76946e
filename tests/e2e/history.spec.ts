import { expect, type Page } from '@playwright/test';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { test } from '#tests/support/page-fixture';
import { drawEmail, signInAs } from '#tests/support/sign-in';

test.use({ signsIn: true });

const onSite = (sql: string, values: readonly unknown[]) =>
  queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);

/** Examples of content/ that no other test changes: with and without JavaScript the same is done at the same time. */
const examples: Record<string, { revised: string; open: string; city: string }> = {
  javascript: { revised: 'zuri-city-card', open: 'cork-city-of-sanctuary', city: 'cork' },
  'no-javascript': {
    revised: 'welcome-app-erlangen',
    open: 'startwien-start-coaching-for-new-residents',
    city: 'vienna',
  },
};
const exampleOf = (project: string) => {
  const example = examples[project];
  if (!example) throw new Error(project);
  return example;
};

/** The pages are the same without JavaScript: they are looked at once. */
const isAudited = () => test.info().project.name === 'javascript';

/** Publishes a second version of an example, with a paragraph and a website more. */
async function reviseOnce(slug: string): Promise<void> {
  await onSite(
    `with one as (select practice_id as id from practice_slug where slug = $1),
      written as (update practice_text t set purpose = t.purpose || E'\\n\\nIn 2025, 240 people took part.'
        from one where t.practice_id = one.id)
    update practice p set website = 'https://city.example/page' from one where p.id = one.id`,
    [slug],
  );
  await onSite(
    `select keep_versions(array[practice_id], 'someone001', now(), null, 'Figures for 2025'),
      publish_change(array[practice_id]) from practice_slug where slug = $1`,
    [slug],
  );
}

async function expectGoodAtThreeWidths(page: Page, state: string): Promise<void> {
  if (!isAudited()) return;
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page, `${state}, ${width} px wide`);
    await expectNoSidewaysScroll(page, `${state}, ${width} px wide`);
  }
  await expectOrderlyHeadings(page);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test.describe('versions of an example', { tag: '@both' }, () => {
  test('a reader sees what was published and what changed, an editor puts the first one back', async ({
    page,
    context,
    baseURL,
    request,
  }, { project }) => {
    test.slow();
    const { revised: slug } = exampleOf(project.name);
    await reviseOnce(slug);
    await page.goto(`/en/practices/${slug}`);
    const facts = page.getByRole('complementary', { name: 'Key facts' });
    await expect(facts).toContainText('Step 1 of 5: Described');
    await expect(facts.getByRole('link', { name: 'city.example' })).toBeVisible();
    await facts.getByRole('link', { name: 'All versions' }).click();
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
      'Version 2',
      'Version 1',
    ]);
    await expect(page.getByText('Figures for 2025')).toBeVisible();
    await page.getByRole('link', { name: 'What changed since version 1' }).click();
    await expect(page.locator('ins:visible').first()).toContainText('240 people took part');
    await expect(page.getByText(/^Unchanged: .*Country/)).toBeVisible();
    await expectGoodAtThreeWidths(page, 'changes');
    await page.goto(`/en/practices/${slug}/history/1`);
    await expect(page.getByText('There is a later one.')).toBeVisible();
    await expect(page.getByText('240 people took part')).toHaveCount(0);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      new RegExp(`/en/practices/${slug}$`),
    );
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
    expect((await request.get(`/en/practices/${slug}/history/3`)).status()).toBe(404);

    await signInAs(context, baseURL ?? '', {
      email: drawEmail('history'),
      name: 'Edda',
      roles: ['editor'],
    });
    await page.goto(`/en/practices/${slug}`);
    await facts.getByRole('link', { name: 'Change this example' }).click();
    await page.getByLabel('Version', { exact: true }).selectOption({ index: 0 });
    await expectGoodAtThreeWidths(page, 'what editors may do');
    await page.getByRole('button', { name: 'Begin with this version' }).click();
    await expect(page).toHaveURL(/\/en\/submissions\/[0-9a-z]{10}\/place$/);
    await page.goto(page.url().replace('/place', '/story'));
    await expect(page.getByRole('textbox', { name: 'Purpose' })).not.toHaveValue(/240 people/);
  });

  test('an officer of its city begins a revision once; others are told', async ({ page, context, baseURL }, {
    project,
  }) => {
    test.slow();
    const { open: slug, city } = exampleOf(project.name);
    const enter = async (name: string, cities: string[]) => {
      await context.clearCookies();
      await signInAs(context, baseURL ?? '', { email: drawEmail('revise'), name, cities });
      await page.goto(`/en/submissions/revise?practice=${slug}`);
    };
    await enter('Olaf', []);
    await expect(page.getByText('You are not one of them yet.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Begin a revision' })).toHaveCount(0);
    await enter('Mira', [city]);
    await page.getByRole('button', { name: 'Begin a revision' }).click();
    await expect(page).toHaveURL(/\/place$/);
    await expect(page.getByText('Revision of')).toBeVisible();
    await page.goto('/en/submissions');
    await page.getByRole('link', { name: /^Revision of a published text/ }).click();
    await expect(page).toHaveURL(`/en/practices/${slug}`);
    await page.getByRole('link', { name: 'Change this example' }).click();
    await page.getByRole('link', { name: 'Go on with the revision' }).click();
    await expect(page).toHaveURL(/\/place$/);
    await enter('Nora', [city]);
    await expect(page.getByText('Mira is writing a revision already.')).toBeVisible();
    await expectGoodAtThreeWidths(page, 'a revision is under way');
  });
});

test.describe('an archived example', () => {
  const id = 'archived01';
  test.beforeAll(() =>
    onSite(
      `with practice as (insert into practice (id, status, country, original_language, provenance, archived_at, archived_because)
        values ($1, 'archived', 'AL', 'sq', 'city', '2026-05-03', 'The city has closed it.') on conflict do nothing returning id),
      text as (insert into practice_text (practice_id, language, title, purpose)
        select id, 'sq', 'Tryeza e fqinjëve', 'Që njerëzit të takohen.' from practice)
      insert into practice_slug (slug, practice_id) select 'former-table', id from practice`,
      [id],
    ),
  );

  test('says at its address when and why, shows no text, and is kept by nobody', async ({
    page,
    request,
  }) => {
    const response = await page.goto('/en/practices/former-table');
    expect(response?.status()).toBe(410);
    expect(response?.headers()['cache-control']).toBe('private, no-store');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No longer in the catalogue');
    await expect(page.getByText('Tryeza e fqinjëve')).toHaveAttribute('lang', 'sq');
    await expect(page.getByText('Taken out of the catalogue on 3 May 2026.')).toBeVisible();
    await expect(page.getByText('The city has closed it.')).toBeVisible();
    await expect(page.getByText('Që njerëzit')).toHaveCount(0);
    await expectGoodAtThreeWidths(page, 'archived');
    expect((await request.get('/fr/practices/former-table/history')).status()).toBe(410);
  });

  test('programs are told of it, and of what is new', async ({ request }) => {
    const response = await request.get('/en/feed.xml');
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
    const { etag = '' } = response.headers();
    const again = await request.get('/en/feed.xml', { headers: { 'if-none-match': etag } });
    expect(again.status()).toBe(304);
    const feed = await response.text();
    expect(feed.match(/<entry>/g)).toHaveLength(50);
    const page = await (await request.get('/en')).text();
    expect(page).toMatch(/<link rel="alternate" type="application\/atom\+xml" href="\/en\/feed.xml"/);
  });
});
