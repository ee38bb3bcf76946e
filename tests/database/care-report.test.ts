import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#server/platform/db';
import { openAccountDatabase } from '#tests/support/account-database';
import type { TestDatabase } from '#tests/support/database';

const now = new Date('2026-11-25T10:00:00Z');

let own: TestDatabase & { end: () => Promise<void> };
let db: Database;
beforeAll(async () => {
  own = await openAccountDatabase();
  db = own.db;
  await db.network.create({
    data: { id: 'rpci', names: { create: { language: 'en', name: 'Portugal’s' } } },
  });
  await db.network.create({ data: { id: 'idle', names: { create: { language: 'en', name: 'Idle' } } } });
  for (const [id, networkId] of [
    ['porto', 'rpci'],
    ['faro', 'rpci'],
    ['rome', null],
  ] as const)
    await db.city.create({
      data: {
        ...{
          id,
          country: id === 'rome' ? 'IT' : 'PT',
          placeType: 'city',
          latitude: 1,
          longitude: 1,
          networkId,
        },
        names: { create: { language: 'en', name: id } },
      },
    });
  for (const [position, id] of ['housing', 'sport'].entries())
    await db.topic.create({
      data: { id, position, thread: 1, names: { create: { language: 'en', name: id } } },
    });
  await publish('aaaaaaaaa1', '2025-05-24T10:00:00Z', {
    summary: null,
    references: 'See [x](https://dead.example/a_(b)).',
  });
  await publish('aaaaaaaaa2', '2025-05-26T10:00:00Z', {
    summary: 'Short.',
    references: '[x](https://dead.example/) <https://xn--mnchen-3ya.example/>',
  });
  await db.practiceText.createMany({
    data: [{ practiceId: 'aaaaaaaaa2', language: 'fr', title: 'Deux', state: 'outdated' }],
  });
  await db.translation.create({
    data: {
      ...{ id: 'aaaaaaaaa3', practiceId: 'aaaaaaaaa2', language: 'sq', state: 'machine', machine: 'deepl' },
      ...{ fields: { title: 'Dy' }, madeFrom: 1 },
    },
  });
});
afterAll(() => own.end());

async function publish(
  id: string,
  publishedAt: string,
  text: { summary: string | null; references: string },
) {
  await db.practice.create({
    data: {
      ...{ id, status: 'published', country: 'PT', originalLanguage: 'en', provenance: 'city', publishedAt },
      texts: { create: { language: 'en', title: `Title of ${id}`, ...text } },
      slugs: { create: { slug: id } },
      cities: { create: { cityId: 'porto', position: 0 } },
      topics: { create: { topicId: 'housing', position: 0 } },
    },
  });
}

test('records: not confirmed for 18 months, not in every language, without a summary', async () => {
  const { listMissingTexts, listUnconfirmed, listWithoutSummary } = await import(
    '#server/care/queries/records'
  );
  expect((await listUnconfirmed(now)).map(({ slug }) => slug)).toEqual(['aaaaaaaaa1']);
  expect(await listMissingTexts()).toMatchObject([
    { id: 'aaaaaaaaa1', slug: 'aaaaaaaaa1', missing: ['fr', 'sq', 'ar'], outdated: [] },
    { slug: 'aaaaaaaaa2', missing: ['sq', 'ar'], outdated: ['fr'] },
  ]);
  expect(await listWithoutSummary()).toMatchObject([{ slug: 'aaaaaaaaa1', title: 'Title of aaaaaaaaa1' }]);
});

test('dead links: each with the texts that lead to that very address', async () => {
  await db.linkCheck.createMany({
    data: [
      { url: 'https://dead.example/a_(b)', status: 404, checkedAt: now, failures: 2 },
      { url: 'https://dead.example/', problem: 'timeout', checkedAt: now, failures: 3 },
      { url: 'https://xn--mnchen-3ya.example/', status: 500, checkedAt: now, failures: 2 },
      { url: 'https://nowhere.example/', status: 410, checkedAt: now, failures: 9 },
    ],
  });
  const { listDeadLinks } = await import('#server/care/queries/dead-links');
  expect((await listDeadLinks()).map(({ url, problem, record }) => [url, problem, record.slug])).toEqual([
    ['https://dead.example/', 'timeout', 'aaaaaaaaa2'],
    ['https://dead.example/a_(b)', null, 'aaaaaaaaa1'],
  ]);
});

test('pictures: of what was sent, and without a word', async () => {
  for (const [id, state] of [
    ['draft00001', 'draft'],
    ['sent000001', 'submitted'],
  ] as const) {
    await db.submission.create({ data: { id, state, fields: { title: 'Harbour' } } });
    for (const [place, more] of [
      {},
      { alt: 'A harbour' },
      { decorative: true },
      { removedAt: now },
    ].entries())
      await db.submissionFile.create({
        data: {
          ...{ id: `${id.slice(0, 9)}${place}`, submissionId: id, kind: 'image', name: `${place}.jpg` },
          ...{ mediaType: 'image/jpeg', bytes: 1, digest: Buffer.from(`${place}`), storageKey: 'k' },
          ...{ position: place, ...more },
        },
      });
  }
  const { listBarePictures } = await import('#server/care/queries/pictures');
  expect(await listBarePictures()).toEqual([
    { file: '0.jpg', submission: 'sent000001', title: 'Harbour', reference: '' },
  ]);
});

test('gaps: counts by topic and country, and what has no example', async () => {
  const { readGaps } = await import('#server/care/queries/gaps');
  const gaps = await readGaps('fr');
  expect([...gaps.counts]).toEqual([['housing PT', 2]]);
  expect(gaps).toMatchObject({
    countries: ['PT'],
    idleTopics: [{ id: 'sport', name: 'sport' }],
    idleNetworks: [{ id: 'idle' }],
    idleCities: [{ id: 'faro', network: 'Portugal’s' }],
  });
});
