import { expect, test } from '@playwright/test';
import { type Instances, startInstances } from '#tests/support/instances';
import { connectPublisher } from '#tests/support/publish';

/** How often something is published. A release is tried with a thousand: `TEST_PUBLICATIONS=1000`. */
const publications = Number(process.env.TEST_PUBLICATIONS ?? 60);
const slug = 'a-welcoming-app';
/** A list with few examples, this one among them. */
const list = '/en?country=PT&topic=welcoming-and-social-integration';

test.describe.configure({ mode: 'serial' });

let instances: Instances;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  instances = await startInstances(2, process.env.TEST_DIST_DIR ?? '.next-test');
});

test.afterAll(() => instances.stop());

test('what is published on one instance is on the other at its next request', async () => {
  test.setTimeout(publications * 1_000);
  const publisher = await connectPublisher(instances.databaseUrl);
  const known = new Map<string, string>();
  const late: string[] = [];
  for (let i = 0; i < publications; i += 1) {
    const title = `A welcoming app, told for the ${i}th time`;
    await publisher.retitle(slug, title);
    for (const origin of instances.origins) {
      const response = await fetch(`${origin}${list}`, {
        headers: { 'if-none-match': known.get(origin) ?? '' },
      });
      if (response.status !== 200 || !(await response.text()).includes(title))
        late.push(`${origin} ${response.status} ${i}`);
      const tag = response.headers.get('etag') ?? 'none';
      known.set(origin, tag);
      // Nothing changed since: both instances know the other's tag.
      for (const other of instances.origins) {
        const again = await fetch(`${other}${list}`, { headers: { 'if-none-match': tag } });
        if (again.status !== 304) late.push(`${other} did not know ${tag}`);
      }
    }
  }
  await publisher.close();
  expect(late).toEqual([]);
  expect(new Set(known.values()).size).toBe(1);
});

test('what is withdrawn on one is gone from the other, and comes back', async () => {
  const publisher = await connectPublisher(instances.databaseUrl);
  for (const status of ['archived', 'published', 'archived', 'published'] as const) {
    await publisher.setStatus(slug, status);
    for (const origin of instances.origins) {
      const listed = (await (await fetch(`${origin}${list}`)).text()).includes(`/practices/${slug}"`);
      expect(listed).toBe(status === 'published');
      expect((await fetch(`${origin}/en/practices/${slug}`)).status).toBe(status === 'published' ? 200 : 404);
    }
  }
  await publisher.close();
});

test('without a database the list still answers, for nobody to keep; with it again, all is well within five seconds', async () => {
  test.setTimeout(90_000);
  const [origin = ''] = instances.origins;
  const before = await fetch(`${origin}${list}`);
  const known = { 'if-none-match': before.headers.get('etag') ?? '' };
  await instances.stopDatabase();

  const during = await fetch(`${origin}${list}`, { headers: known });
  expect(during.status).toBe(200);
  expect(await during.text()).toContain(`/practices/${slug}"`);
  expect(during.headers.get('etag')).toBeNull();
  expect(during.headers.get('cache-control')).toBe('private, no-store');
  const record = await fetch(`${origin}/en/practices/${slug}`);
  expect(record.status).toBe(500);
  expect(record.headers.get('cache-control')).toContain('no-store');
  expect(await record.text()).toContain('Something went wrong on our side');
  expect((await fetch(`${origin}/health/live`)).status).toBe(200);
  expect((await fetch(`${origin}/health/ready`)).status).toBe(503);

  await instances.startDatabase();
  const publisher = await connectPublisher(instances.databaseUrl);
  await publisher.retitle(slug, 'A welcoming app, after the storm');
  await publisher.close();
  await expect
    .poll(async () => (await (await fetch(`${origin}${list}`)).text()).includes('after the storm'), {
      timeout: 5_000,
    })
    .toBe(true);
  const after = await fetch(`${origin}${list}`, { headers: known });
  expect(after.status).toBe(200);
  expect(after.headers.get('etag')).toMatch(/^W\//);
  expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
  expect((await fetch(`${origin}/en/practices/${slug}`)).status).toBe(200);
});
