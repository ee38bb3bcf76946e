import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Content, parseContent } from '#domain/content';
import { type LoadReport, loadContent } from '#server/exchange/load-content';
import { readContent } from '#server/exchange/read-content';
import type { Database } from '#server/platform/db';
import { contentFiles, originalFile, translationFile } from '#tests/support/content-files';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

const first = new Date('2026-11-20T10:00:00Z');
const later = new Date('2026-11-23T10:00:00Z');
const mosques = 'practices/open-mosques/en.md';

let database: TestDatabase;
let db: Database;
const opened: TestDatabase[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  opened.push(database);
  db = database.db;
});
afterAll(async () => {
  for (const one of opened) await one.drop();
});

function contentOf(files: Record<string, string>): Content {
  const { value, problems } = parseContent(contentFiles(files));
  expect(problems).toEqual([]);
  return value;
}

async function load(files: Record<string, string>, now = first): Promise<LoadReport> {
  const result = await loadContent({ db, content: contentOf(files), now });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.report;
}

/** Every row of every table a load writes. */
async function allRows() {
  return {
    practices: await db.practice.findMany({
      include: { texts: true, cities: true, topics: true, targetGroups: true },
      orderBy: { id: 'asc' },
    }),
    slugs: await db.practiceSlug.findMany({ orderBy: { slug: 'asc' } }),
    events: await db.practiceEvent.findMany({ orderBy: { id: 'asc' } }),
    cities: await db.city.findMany({ include: { names: true }, orderBy: { id: 'asc' } }),
    topics: await db.topic.findMany({ include: { names: true }, orderBy: { id: 'asc' } }),
    targetGroups: await db.targetGroup.findMany({ include: { names: true }, orderBy: { id: 'asc' } }),
    networks: await db.network.findMany({ include: { names: true }, orderBy: { id: 'asc' } }),
    version: await db.catalogueVersion.findMany(),
  };
}

const slugRows = () =>
  db.practiceSlug.findMany({ select: { slug: true, current: true }, orderBy: { slug: 'asc' } });
const catalogueVersion = async () =>
  (await db.catalogueVersion.findUniqueOrThrow({ where: { only: true } })).version;

test('a first load publishes what the files say', async () => {
  const files = { [mosques]: originalFile(), 'practices/open-mosques/it.md': translationFile() };
  const report = await load(files);
  expect(report).toMatchObject({
    added: ['open-mosques'],
    changed: [],
    unchanged: [],
    editedOnSite: [],
    missing: [],
  });
  const { practices, events, cities, version } = await allRows();
  expect(practices).toMatchObject([
    {
      ...{
        id: 'aaaaaaaaa1',
        status: 'published',
        version: 1,
        contentVersion: 1,
        country: 'IT',
        publishedAt: first,
      },
      ...{ startYear: 2017, endYear: null, ongoing: true, provenance: 'catalogue_summary' },
      texts: [
        { language: 'en', state: 'approved', approvedBy: 'catalogue', rationale: null },
        { language: 'it', title: 'Moschee aperte' },
      ],
      cities: [{ cityId: 'turin', position: 0 }],
      topics: [{ topicId: 'roma' }],
    },
  ]);
  expect(events).toMatchObject([{ kind: 'loaded', actor: 'content', at: first }]);
  expect(cities.find(({ id }) => id === 'turin')?.names).toEqual(
    expect.arrayContaining([expect.objectContaining({ language: 'und', name: 'Augusta Taurinorum' })]),
  );
  expect(version).toMatchObject([{ version: 2n }]);
});

test('the same files again leave every row as it is', async () => {
  const files = { [mosques]: originalFile(), 'practices/open-mosques/it.md': translationFile() };
  await load(files);
  const before = await allRows();
  expect(await load(files, later)).toMatchObject({
    added: [],
    changed: [],
    unchanged: ['open-mosques'],
    vocabularyEntries: 0,
  });
  expect(await allRows()).toEqual(before);
});

test('a changed file replaces text and relations, and is one event', async () => {
  await load({ [mosques]: originalFile(), 'practices/open-mosques/it.md': translationFile() });
  const changed = originalFile({
    title: '"A day of open doors"',
    cities: '[palermo, turin]',
    topics: '[refugees]',
  });
  expect(await load({ [mosques]: changed }, later)).toMatchObject({ changed: ['open-mosques'] });
  const { practices, events } = await allRows();
  expect(practices).toMatchObject([
    {
      ...{ version: 2, contentVersion: 2, publishedAt: first, updatedAt: later },
      texts: [{ language: 'en', title: 'A day of open doors' }],
      cities: [{ cityId: 'palermo' }, { cityId: 'turin' }],
      topics: [{ topicId: 'refugees' }],
    },
  ]);
  expect(events).toMatchObject([{ kind: 'loaded' }, { kind: 'reloaded', at: later }]);
  expect(await catalogueVersion()).toBe(3n);
});

test('what was edited on the site is left alone and reported', async () => {
  await load({ [mosques]: originalFile() });
  await db.practice.update({ where: { id: 'aaaaaaaaa1' }, data: { version: { increment: 1 } } });
  await db.practiceText.updateMany({ data: { title: 'Edited by hand' } });
  const before = await allRows();
  const files = { 'practices/doors/en.md': originalFile({ title: '"From the file"' }) };
  expect(await load(files, later)).toMatchObject({
    editedOnSite: ['doors'],
    changed: [],
    vocabularyEntries: 0,
  });
  expect(await allRows()).toEqual(before);
});

test('a practice made on the site is left alone, and its address is nobody else’s', async () => {
  await load({});
  await db.practice.create({
    data: {
      ...{ id: 'zzzzzzzzz1', country: 'IT', originalLanguage: 'en', provenance: 'city' },
      slugs: { create: { slug: 'open-mosques' } },
    },
  });
  const before = await allRows();
  const result = await loadContent({ db, content: contentOf({ [mosques]: originalFile() }), now: later });
  expect(result).toMatchObject({ ok: false, problems: [{ file: `content/${mosques}` }] });
  expect(await allRows()).toEqual(before);
});

test('a renamed folder keeps the old address, and may take it back', async () => {
  await load({ [mosques]: originalFile({ formerSlugs: '[doors-1999]' }) });
  const report = await load(
    { 'practices/doors/en.md': originalFile({ formerSlugs: '[open-mosques]' }) },
    later,
  );
  expect(report.changed).toEqual(['doors']);
  expect(await slugRows()).toEqual([
    { slug: 'doors', current: true },
    { slug: 'doors-1999', current: false },
    { slug: 'open-mosques', current: false },
  ]);
  await load({ [mosques]: originalFile() }, later);
  expect(await slugRows()).toMatchObject([
    { current: false },
    { current: false },
    { slug: 'open-mosques', current: true },
  ]);
});

test('a folder that is gone leaves its practice alone and is reported', async () => {
  await load({ [mosques]: originalFile() });
  expect(await load({}, later)).toMatchObject({ missing: ['aaaaaaaaa1'], added: [], changed: [] });
  expect(await db.practice.count({ where: { status: 'published' } })).toBe(1);
});

describe('vocabularies', () => {
  const without = (content: Content, city: string): Content => ({
    ...content,
    vocabulary: { ...content.vocabulary, cities: content.vocabulary.cities.filter(({ id }) => id !== city) },
  });
  const cityIds = async () => (await db.city.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

  test('an entry that is gone stays while it is used, and goes when it is not', async () => {
    const content = contentOf({ [mosques]: originalFile() });
    await loadContent({ db, content, now: first });
    await loadContent({ db, content: without(content, 'turin'), now: later });
    expect(await cityIds()).toEqual(['lisbon', 'palermo', 'turin']);
    await loadContent({ db, content: without(content, 'palermo'), now: later });
    expect(await cityIds()).toEqual(['lisbon', 'turin']);
  });

  test('a name that is gone goes, a changed one changes, and the catalogue has a new version', async () => {
    const content = contentOf({});
    await loadContent({ db, content, now: first });
    const topics = content.vocabulary.topics.map((topic) =>
      topic.id === 'roma' ? { ...topic, thread: 7, names: { en: 'Roma people' } } : topic,
    );
    const changed = { ...content, vocabulary: { ...content.vocabulary, topics } };
    const result = await loadContent({ db, content: changed, now: later });
    expect(result).toMatchObject({ ok: true, report: { vocabularyEntries: 1 } });
    const roma = await db.topic.findUniqueOrThrow({ where: { id: 'roma' }, include: { names: true } });
    expect(roma).toMatchObject({ thread: 7, names: [{ language: 'en', name: 'Roma people' }] });
    expect(await catalogueVersion()).toBe(3n);
  });
});

test('words of one meaning follow their list', async () => {
  const content = contentOf({});
  const wordsOf = async (meaning: string) =>
    (await db.searchMeaning.findMany({ where: { meaning }, orderBy: { word: 'asc' } })).map(
      (row) => row.stem,
    );
  await loadContent({ db, content, now: first });
  expect(await wordsOf('library')).toEqual(["'bibliothequ'", "'librari'"]);
  expect(await wordsOf('NL')).toContain("'netherland'");
  const meanings = [{ id: 'library', words: { en: ['library'], sq: ['bibliotekë'] } }];
  const changed = { ...content, vocabulary: { ...content.vocabulary, meanings } };
  await loadContent({ db, content: changed, now: later });
  expect(await wordsOf('library')).toEqual(["'bibliotek'", "'librari'"]);
});

test('two instances that start at once load once', async () => {
  const content = contentOf({ [mosques]: originalFile() });
  const results = await Promise.all([0, 1, 2].map(() => loadContent({ db, content, now: first })));
  const added = results.flatMap((result) => (result.ok ? result.report.added : ['refused']));
  expect(added).toEqual(['open-mosques']);
  expect(await db.practiceEvent.count()).toBe(1);
});

test('a load that fails changes nothing', async () => {
  await load({});
  const before = await allRows();
  const content = contentOf({ [mosques]: originalFile() });
  const [practice] = content.practices;
  if (!practice) throw new Error('There is one example.');
  const broken = { ...content, practices: [{ ...practice, cities: ['atlantis'] }] };
  await expect(loadContent({ db, content: broken, now: later })).rejects.toThrow();
  expect(await allRows()).toEqual(before);
});

test('the content of the catalogue itself loads, and loads again without a change', async () => {
  const read = await readContent('content');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await loadContent({ db, content: read.content, now: first });
  const before = await allRows();
  expect(before.practices.length).toBe(read.content.practices.length);
  const again = await loadContent({ db, content: read.content, now: later });
  expect(again).toMatchObject({ ok: true, report: { added: [], changed: [], vocabularyEntries: 0 } });
  expect(await allRows()).toEqual(before);
});
