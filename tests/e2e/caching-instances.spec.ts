import { expect, test } from '@playwright/test';
import { type Instances, startInstances } from '#tests/support/instances';
import { connectPublisher } from '#tests/support/publish';
import { list, publishAndLook, slug } from '#tests/support/publish-and-look';

const record = `/en/practices/${slug}`;

test.describe.configure({ mode: 'serial' });

let instances: Instances;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  instances = await startInstances(2, process.env.TEST_DIST_DIR ?? '.next-test');
});

test.afterAll(() => instances.stop());

/** An answer, and how long it took. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const began = performance.now();
  const response = await fetch(`${instances.origins[0]}${path}`, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ms: performance.now() - began };
}

// The full measure, a thousand times, is tests/bench/two-instances.ts.
test('what is published on one instance is on the other at its next request', async () => {
  test.setTimeout(60_000);
  const { late, sameTag } = await publishAndLook(instances, 20);
  expect(late).toEqual([]);
  expect(sameTag).toBe(true);
});

test('what is withdrawn on one is gone from the other, and comes back', async () => {
  const publisher = await connectPublisher(instances.databaseUrl);
  for (const status of ['archived', 'published'] as const) {
    await publisher.setStatus(slug, status);
    for (const origin of instances.origins) {
      const listed = (await (await fetch(`${origin}${list}`)).text()).includes(`/practices/${slug}"`);
      expect(listed).toBe(status === 'published');
      expect((await fetch(`${origin}${record}`)).status).toBe(status === 'published' ? 200 : 410);
    }
  }
  await publisher.close();
});

for (const [how, goAway] of [
  ['stopped', () => instances.stopDatabase()],
  ['there and silent', () => instances.freezeDatabase()],
] as const) {
  test(`with a database that is ${how}, what is in memory is served, and with it back, all is well within five seconds`, async () => {
    test.setTimeout(90_000);
    const { headers: before } = await ask(list);
    const known = { 'if-none-match': before.get('etag') ?? '' };
    await ask(record);
    await ask('/en?q=rumours');
    await goAway();
    try {
      const first = await ask(list, known);
      expect(first.ms).toBeLessThan(2_500);
      expectFromMemory(first);
      await expectServedFromMemory();
    } finally {
      await instances.startDatabase();
    }
    const publisher = await connectPublisher(instances.databaseUrl);
    await publisher.retitle(slug, `A welcoming app, after it was ${how}`);
    await publisher.close();
    await expect
      .poll(async () => (await ask(list)).text.includes(`after it was ${how}`), { timeout: 5_000 })
      .toBe(true);
    const after = await ask(list, known);
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).toMatch(/^W\//);
    expect((await ask('/health/ready')).status).toBe(200);
    expect((await ask(record)).text).toContain(`after it was ${how}`);
    expect((await ask('/en?q=rumours')).text).not.toContain('does not work at the moment');
  });
}

// In a browser, not by fetch: a browser does what the headers of an answer say.
test('what was typed in a form comes back while the database is away, and is sent once it is there', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({ baseURL: instances.origins[0] ?? '', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/sign-in');
  await page.getByLabel('E-mail address').fill('mira@city.example');
  await instances.stopDatabase();
  try {
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your text is here');
    // Long enough for a page that leads on by itself.
    await page.waitForTimeout(1_500);
    await expect(page.locator('input[name=email]')).toHaveValue('mira@city.example');
    await expect(page.getByRole('button', { name: 'Send it again' })).toBeVisible();
  } finally {
    await instances.startDatabase();
  }
  await expect.poll(async () => (await ask('/health/ready')).status, { timeout: 10_000 }).toBe(200);
  await page.getByRole('button', { name: 'Send it again' }).click();
  await expect(page.getByLabel('Code from the mail')).toBeVisible();
  await context.close();
});

function expectFromMemory({ status, headers, text }: Awaited<ReturnType<typeof ask>>): void {
  expect(status).toBe(200);
  expect(text).toContain(`/practices/${slug}"`);
  expect(headers.get('etag')).toBeNull();
  expect(headers.get('cache-control')).toBe('private, no-store');
}

/** Every kind of address while the database is away: each answers at once, with all that can be known. */
async function expectServedFromMemory(): Promise<void> {
  const answers = {
    list: await ask(list),
    page: await ask('/fr?sort=title&page=2'),
    record: await ask(record),
    unread: await ask('/en/practices/limassol-intercultural-council'),
    words: await ask('/en?q=neighbourhood&country=PT'),
    wordsAskedBefore: await ask('/en?q=rumours'),
    suggestions: await ask('/api/suggest?q=welc'),
    collection: await ask('/en/collections/answering-rumours'),
    text: await ask('/en/about'),
    sitemap: await ask('/sitemap.xml'),
    ready: await ask('/health/ready'),
    live: await ask('/health/live'),
  };
  const statuses = Object.entries(answers).map(([what, { status }]) => [what, status]);
  expect(Object.fromEntries(statuses)).toEqual({
    ...{ list: 200, page: 200, record: 200, words: 200, wordsAskedBefore: 200, suggestions: 200 },
    ...{ collection: 200, text: 200 },
    ...{ unread: 503, sitemap: 503, ready: 503, live: 200 },
  });
  expect(Object.entries(answers).filter(([, { ms }]) => ms > 1_000)).toEqual([]);
  for (const [what, { headers }] of Object.entries(answers))
    expect(headers.get('cache-control'), what).toMatch(/no-store/);
  expectFromMemory(answers.list);
  expect(answers.record.text).toContain('<h1');
  expect(answers.page.text.match(/class="example\b/g)?.length).toBeGreaterThan(5);
  expect(answers.words.text).toContain('Searching for words does not work at the moment');
  expect(answers.words.text).toContain('/practices/a-welcoming-app"');
  expect(answers.wordsAskedBefore.text).not.toContain('does not work at the moment');
  expect(answers.wordsAskedBefore.text).toContain('/practices/bilbao-anti-rumours-strategy"');
  expect(answers.suggestions.text).toContain('"kind":"practice"');
  expect(answers.collection.text).toContain('/practices/bilbao-anti-rumours-strategy"');
  expect(answers.unread.text).toContain('This page cannot be shown at the moment');
  expect(answers.unread.headers.get('retry-after')).toBe('10');
  expect(answers.sitemap.headers.get('retry-after')).toBe('10');
}
