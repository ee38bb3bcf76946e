import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDead, type LinkAnswer } from '#domain/link-check';
import { checkLinks, perRun } from '#server/jobs/commands/check-links';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

const hour = 3_600_000;
const start = new Date('2026-11-01T10:00:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * hour);

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  await publish('aaaaaaaaa1', `[gone](https://gone.example/) and [slow](https://slow.example/)`);
});
afterAll(() => own.drop());

async function publish(id: string, references: string) {
  await own.db.$transaction([
    own.db.practice.create({
      data: {
        ...{ id, status: 'published', country: 'IT', originalLanguage: 'en', provenance: 'city' },
        ...{ canonicalUrl: id === 'aaaaaaaaa1' ? 'https://city.example/page#top' : null },
        texts: { create: { language: 'en', title: id, references } },
        slugs: { create: { slug: id } },
      },
    }),
  ]);
}

const answers: Record<string, LinkAnswer> = {
  'https://gone.example/': { status: 404, problem: null },
  'https://slow.example/': { status: null, problem: 'timeout' },
};

async function run(now: Date, signal = new AbortController().signal) {
  const asked: string[] = [];
  const check = async (url: string): Promise<LinkAnswer> => {
    asked.push(url);
    return answers[url] ?? { status: 200, problem: null };
  };
  const count = await checkLinks({ check, now, signal, db: own.db });
  expect(count).toBe(asked.length);
  return asked.sort();
}

const dead = async () => (await own.db.linkCheck.findMany()).filter(isDead).map(({ url }) => url);

test('what does not answer is asked for again each day, and is dead after some days; an answer forgives', async () => {
  const all = ['https://city.example/page', 'https://gone.example/', 'https://slow.example/'];
  expect(await run(start)).toEqual(all);
  expect(await run(later(1))).toEqual([]);
  expect(await dead()).toEqual([]);
  expect(await run(later(25))).toEqual(['https://gone.example/', 'https://slow.example/']);
  expect(await dead()).toEqual(['https://gone.example/']);
  await run(later(50));
  expect((await dead()).sort()).toEqual(['https://gone.example/', 'https://slow.example/']);
  answers['https://slow.example/'] = { status: 403, problem: null };
  await run(later(75));
  expect(await dead()).toEqual(['https://gone.example/']);
  expect(await run(later(8 * 24))).toContain('https://city.example/page');
});

test('a run asks for so many, the longest waiting first, and forgets what no text leads to', async () => {
  const many = Array.from({ length: perRun }, (_, i) => `[${i}](https://many.example/${i})`).join(' ');
  await publish('aaaaaaaaa2', many);
  const now = later(40 * 24);
  expect(await run(now)).toHaveLength(perRun);
  expect(await own.db.linkCheck.count()).toBe(perRun + 3);
  expect(await run(now)).toEqual([
    'https://city.example/page',
    'https://gone.example/',
    'https://slow.example/',
  ]);
  await own.db.practice.update({ where: { id: 'aaaaaaaaa2' }, data: { status: 'archived' } });
  expect(await run(now)).toEqual([]);
  expect(await own.db.linkCheck.count()).toBe(3);
});

test('a run that is stopped notes nothing', async () => {
  await own.db.linkCheck.deleteMany();
  expect(await run(later(50 * 24), AbortSignal.abort())).toEqual([]);
  expect(await own.db.linkCheck.count()).toBe(0);
});
