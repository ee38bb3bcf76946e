import { expect, type Page } from '@playwright/test';
import { locales } from '#i18n/locales';
import { queryDatabase } from '#scripts/query-database';
import { expectAccessible, expectNoSidewaysScroll, expectOrderlyHeadings } from '#tests/support/audit-page';
import { type Instances, startInstances } from '#tests/support/instances';
import { test as base } from '#tests/support/page-fixture';
import { drawEmail, signInAs } from '#tests/support/sign-in';

/** On a site of its own: a vocabulary that changes makes every page of the shared one new under other tests. */
const test = base.extend<{ baseURL: string }, { site: Instances }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs.
    async ({}, use) => {
      const site = await startInstances(1, process.env.TEST_DIST_DIR ?? '.next-test');
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site.origins[0] ?? ''),
});
test.use({ signsIn: true });

const editor = { name: 'Edith Test', roles: ['editor'] } as const;

test.beforeEach(async ({ context, baseURL, site }) => {
  await signInAs(context, baseURL, { ...editor, email: drawEmail('editor'), database: site.databaseUrl });
});

/** The names of the topics that the filter offers. */
async function offeredTopics(page: Page): Promise<string> {
  await page.goto('/en/filters/topic');
  return (await page.locator('main').textContent()) ?? '';
}

test.describe('an editor', { tag: '@both' }, () => {
  test('adds a topic, renames it, and merges another into it: each is public at the next request', async ({
    page,
    request,
    site,
  }) => {
    test.slow();
    const name = 'Sport without borders';
    await page.goto('/en/vocabularies');
    await page.getByRole('link', { name: 'Topics' }).click();
    await page.getByRole('link', { name: 'Add a topic' }).click();
    await page.getByLabel('Name in English').fill(name);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(
      Array.from({ length: locales.length - 1 }, () => 'Enter the name'),
    );
    await expect(page.getByLabel('Name in English')).toHaveValue(name);
    await page.getByLabel('Name in French').fill('Sport sans frontières');
    await page.getByLabel('Name in Albanian').fill('Sport pa kufij');
    await page.getByLabel('Name in Arabic').fill('رياضة بلا حدود');
    await page.getByText('Plum').click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Added. It is public now.')).toBeVisible();
    await expect(page).toHaveURL(/\/topics\/sport-without-borders\?done=added$/);

    // Another editor saves meanwhile: nothing is lost, both are shown, and the next save is deliberate.
    await page.getByLabel('Name in English').fill('Sport and play');
    await queryDatabase(
      site.databaseUrl,
      `update topic_name set name = 'Sports' where topic_id = 'sport-without-borders' and language = 'en'`,
    );
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Someone else changed this entry meanwhile')).toBeVisible();
    await expect(page.getByText('Now: Sports')).toBeVisible();
    await expect(page.getByLabel('Name in English')).toHaveValue('Sport and play');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved. It is public now.')).toBeVisible();
    await page.goto('/en/vocabularies/topics');
    await page.getByRole('button', { name: 'Move up: Sport and play' }).click();
    await expect(page.getByText('Moved.')).toBeVisible();

    const old = 'anti-discrimination-and-equality';
    expect(await offeredTopics(page)).toContain('Anti-discrimination and equality');
    const counted = await (await request.get(`/en?topic=${old}`)).text();
    expect(counted).not.toContain('Sport and play');
    await page.goto(`/en/vocabularies/topics/${old}`);
    await page.getByRole('link', { name: 'Merge into another' }).click();
    await page.getByLabel('Into').selectOption({ label: 'Sport and play' });
    await page.getByRole('button', { name: 'See what changes' }).click();
    await expect(page.getByText(/^\d+ examples in the catalogue get it instead$/)).toBeVisible();
    await page.getByRole('button', { name: 'Merge into “Sport and play”' }).click();
    await expect(page.getByText('Merged. The old addresses lead here.')).toBeVisible();
    await expect(page.getByLabel('Also searched as, in English')).toHaveValue(
      'Anti-discrimination and equality',
    );

    const moved = await request.get(`/fr?country=IT&topic=${old}&from=2010`, { maxRedirects: 0 });
    expect(moved.status()).toBe(308);
    expect(moved.headers().location).toMatch(/\/fr\?country=IT&topic=sport-without-borders&from=2010$/);
    const facet = await request.get(`/en/filters/city?topic=${old}`, { maxRedirects: 0 });
    expect(facet.status()).toBe(308);
    const topics = await offeredTopics(page);
    expect(topics).toContain('Sport and play');
    expect(topics).not.toContain('Anti-discrimination and equality');
    const suggested = await (await request.get('/api/suggest?q=sport&locale=en')).text();
    expect(suggested).toContain('Sport and play');
    await page.goto(`/en/vocabularies/topics/${old}`);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Anti-discrimination and equality');
  });
});

test('the report says what needs care, on every screen and as files', async ({ page, request, site }) => {
  test.slow();
  const practice = await queryDatabase(
    site.databaseUrl,
    `update practice set published_at = now() - interval '19 months', canonical_url = 'https://gone.example/page'
      where id = (select practice_id from practice_slug where slug = 'a-welcoming-app') returning id`,
  );
  expect(practice).toHaveLength(1);
  await queryDatabase(
    site.databaseUrl,
    `insert into link_check (url, status, checked_at, failures) values ('https://gone.example/page', 404, now(), 2)`,
  );
  const audited = [
    ['/en/care', [1280, 390, 320]],
    ['/fr/vocabularies/topics', [320]],
    ['/en/vocabularies/topics/education', [1280]],
    ['/sq/vocabularies/cities/new', [320]],
    ['/fr/vocabularies/cities/tirana/merge?into=korce', [1280]],
  ] as const;
  for (const [path, widths] of audited) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expectAccessible(page, `${path}, ${width} px wide`);
      await expectNoSidewaysScroll(page, `${path}, ${width} px wide`);
    }
    await expectOrderlyHeadings(page);
  }
  await page.goto('/en/care');
  const links = page.getByRole('region', { name: 'Dead links (1)' });
  await expect(links.getByRole('row', { name: /A welcoming app/i })).toContainText('Answered 404');
  await expect(page.getByRole('region', { name: 'Not confirmed for 18 months (1)' })).toBeVisible();
  const gaps = page.getByRole('region', { name: 'Topics by country', exact: true });
  const number = gaps.getByRole('link', { name: /Portugal: \d+$/ }).first();
  const total = Number(await number.textContent());
  await number.click();
  await expect(page.getByText(`${total} example`).first()).toBeVisible();
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const file = await request.get('/en/care/links.csv', { headers: { cookie } });
  expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(await file.text()).toMatch(
    /^\ufeff"Example",.*\r\n".*","Portugal","https:\/\/gone\.example\/page","Answered 404",/,
  );
});
