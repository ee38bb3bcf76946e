import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyFilter, followMerged } from '#domain/catalogue-filter';
import { type Content, parseContent } from '#domain/content';
import type { VocabularyKind } from '#domain/vocabulary';
import type { VocabularyEntry } from '#domain/vocabulary-entry';
import { loadSnapshot } from '#server/catalogue/queries/snapshot';
import { loadContent } from '#server/exchange/load-content';
import type { Database } from '#server/platform/db';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { addEntry } from '#server/vocabularies/commands/add-entry';
import { mergeEntries } from '#server/vocabularies/commands/merge-entries';
import { moveEntry } from '#server/vocabularies/commands/move-entry';
import { removeEntry } from '#server/vocabularies/commands/remove-entry';
import { renameEntry } from '#server/vocabularies/commands/rename-entry';
import { findEntry, seenOf } from '#server/vocabularies/select';
import { actor } from '#tests/support/account-database';
import { contentFiles, originalFile } from '#tests/support/content-files';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';

const now = new Date('2026-11-25T10:00:00Z');
const editor = actor('editor0001', ['editor']);
const mosques = 'practices/open-mosques/en.md';

let own: TestDatabase;
let db: Database;
beforeAll(async () => {
  own = await createTestDatabase();
  db = own.db;
  await db.account.createMany({
    data: ['editor0001', 'officer001', 'officer002'].map((id) => ({
      ...{ id, email: `${id}@city.example`, locale: 'en', roles: ['officer' as const] },
    })),
  });
  await load({ [mosques]: originalFile({ topics: '[roma, refugees]', cities: '[turin, palermo]' }) });
});
afterAll(() => own.drop());

function contentOf(files: Record<string, string>): Content {
  const { value, problems } = parseContent(contentFiles(files));
  expect(problems).toEqual([]);
  return value;
}

async function load(files: Record<string, string>) {
  const result = await loadContent({ db, content: contentOf(files), now });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.report;
}

async function entry(kind: VocabularyKind, id: string): Promise<VocabularyEntry> {
  const found = await findEntry(db, kind, id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}
const seen = async (kind: VocabularyKind, id: string) => seenOf(await entry(kind, id));
const topic = (name: string): VocabularyEntry => ({
  ...{ names: { en: name, fr: `${name} (fr)`, sq: `${name} (sq)` }, words: {}, thread: 3, place: null },
});
const version = async () => (await db.catalogueVersion.findFirstOrThrow()).vocabularyVersion;
const topicIds = async () =>
  (await db.topic.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })).map(({ id }) => id);
const found = async (word: string) =>
  (await db.practiceSearch.findMany({ where: { practiceId: 'aaaaaaaaa1' }, select: { language: true } }))
    .length > 0 &&
  (
    await db.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from practice_search where plain @@ phraseto_tsquery('search_plain', ${word})`
  )[0]?.n !== 0;

test('an entry is added once, under an id of its own, and is public with its event', async () => {
  const before = await version();
  const added = await Promise.all(
    [1, 2].map(() => addEntry({ actor: editor, kind: 'topic', entry: topic('Housing & care'), now }, db)),
  );
  expect(added).toEqual([
    { ok: true, id: 'housing-care' },
    { ok: true, id: 'housing-care' },
  ]);
  expect(await version()).toBe(before + 1n);
  const event = await db.accountEvent.findFirstOrThrow({ where: { kind: 'vocabulary-added' } });
  expect(event).toMatchObject({
    actor: 'editor0001',
    ...{ data: { kind: 'topic', id: 'housing-care' }, before: null, after: { names: { en: 'Housing & care' } } },
  });
  const snapshot = await loadSnapshot(db, now);
  expect(snapshot.vocabulary.topics.get('housing-care')?.names.get('fr')).toBe('Housing & care (fr)');
  const namesake = { ...topic('housing CARE'), thread: 1 };
  expect(await addEntry({ actor: editor, kind: 'topic', entry: namesake, now }, db)).toEqual({
    ...{ ok: false, reason: 'taken', by: 'housing-care' },
  });
});

test('who is no editor, or has not given the second factor, changes nothing', async () => {
  const before = await topicIds();
  for (const who of [actor('officer001', ['officer']), actor('editor0001', ['editor'], false)]) {
    const entryOfRoma = await entry('topic', 'roma');
    const change = { actor: who, kind: 'topic', now } as const;
    const refused = { ok: false, reason: 'not-found' };
    const shown = seenOf(entryOfRoma);
    expect(await addEntry({ ...change, entry: topic('Sport') }, db)).toEqual(refused);
    expect(await renameEntry({ ...change, id: 'roma', seen: shown, entry: topic('X') }, db)).toEqual(refused);
    expect(await removeEntry({ ...change, id: 'housing-care', seen: shown }, db)).toEqual(refused);
    const both = { from: shown, into: shown };
    expect(await mergeEntries({ ...change, from: 'roma', into: 'refugees', seen: both }, db)).toEqual(
      refused,
    );
  }
  expect(await topicIds()).toEqual(before);
});

test('of two who rename at once one is told, and what the files say does not come back', async () => {
  const shown = await seen('topic', 'roma');
  const names = ['Roma people', 'Romani people'];
  const results = await Promise.all(
    names.map((name) => {
      const renamed = { ...topic(name), words: { en: ['Sinti'] } };
      return renameEntry({ actor: editor, kind: 'topic', id: 'roma', seen: shown, entry: renamed, now }, db);
    }),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results).toContainEqual({ ok: false, reason: 'changed' });
  const winner = names[results.findIndex(({ ok }) => ok)];
  expect((await entry('topic', 'roma')).names.en).toBe(winner);
  expect(await found('Sinti')).toBe(true);
  await load({ [mosques]: originalFile({ topics: '[roma, refugees]', cities: '[turin, palermo]' }) });
  expect((await entry('topic', 'roma')).names.en).toBe(winner);
  expect(await topicIds()).toContain('housing-care');
});

test('an entry changes places with the neighbour that the page showed', async () => {
  const before = await topicIds();
  expect(before).toEqual(['roma', 'refugees', 'housing-care']);
  const move = { actor: editor, kind: 'topic', id: 'housing-care', direction: 'up', now } as const;
  expect(await moveEntry({ ...move, over: 'roma' }, db)).toEqual({ ok: false, reason: 'changed' });
  for (const _ of ['pressed', 'pressed again'])
    expect(await moveEntry({ ...move, over: 'refugees' }, db)).toEqual({ ok: true });
  expect(await topicIds()).toEqual(['roma', 'housing-care', 'refugees']);
});

test('a merge reaches practices, drafts, words and addresses, for ever', async () => {
  const topics = ['refugees', 'housing-care'];
  const save = { version: 1, base: 0, id: 'save000001', accountId: 'officer001', changed: { topics } };
  await db.submission.create({
    data: {
      ...{ id: 'draft00001', version: 4, fields: { title: 'Mine', topics } },
      members: { create: { accountId: 'officer001', isAuthor: true } },
      saves: { create: save },
    },
  });
  const merge = { actor: editor, kind: 'topic', now } as const;
  const pair = async (from: string, into: string) => ({
    ...{ from, into },
    seen: { from: await seen('topic', from), into: await seen('topic', into) },
  });
  const first = await pair('refugees', 'housing-care');
  const stale = { ...first, seen: { ...first.seen, into: 'another' } };
  expect(await mergeEntries({ ...merge, ...stale }, db)).toEqual({ ok: false, reason: 'changed' });
  for (const _ of ['pressed', 'pressed again'])
    expect(await mergeEntries({ ...merge, ...first }, db)).toEqual({ ok: true });
  const draft = await db.submission.findUniqueOrThrow({
    where: { id: 'draft00001' },
    include: { saves: true },
  });
  expect(draft).toMatchObject({ version: 5, fields: { title: 'Mine', topics: ['housing-care'] } });
  expect(draft.saves).toMatchObject([
    { version: 1 },
    { version: 5, base: 4, changed: { topics: ['housing-care'] } },
  ]);
  // A form that was opened before still says the old one, and is understood.
  const write = { id: 'draft00001', actor: actor('officer001', ['officer']), page: 'w', now };
  const posted = (...ids: string[]) => new Map([['topics', ids] as const]);
  expect(await saveDraft({ ...write, base: 4, posted: posted('refugees', 'roma') }, db)).toMatchObject({
    ok: true,
  });
  const saved = await db.submission.findUniqueOrThrow({ where: { id: 'draft00001' } });
  expect(saved.fields).toMatchObject({ topics: ['housing-care', 'roma'] });
  expect((await entry('topic', 'housing-care')).words).toEqual({ en: ['Refugees'] });
  expect(await found('Refugees')).toBe(true);
  // Then that one becomes another: the first leads on at once.
  expect(await mergeEntries({ ...merge, ...(await pair('housing-care', 'roma')) }, db)).toEqual({ ok: true });
  expect(await db.practiceTopic.findMany()).toMatchObject([{ topicId: 'roma', position: 0 }]);
  const { vocabulary, index } = await loadSnapshot(db, now);
  expect([...vocabulary.merged.topic]).toEqual([
    ['refugees', 'roma'],
    ['housing-care', 'roma'],
  ]);
  expect([...index.totals.facets.topic]).toEqual([['roma', 1]]);
  const facets = { ...emptyFilter.facets, topic: ['housing-care', 'refugees'], country: ['IT'] };
  const moved = followMerged({ ...emptyFilter, facets }, (facet, value) =>
    facet === 'topic' ? vocabulary.merged.topic.get(value) : undefined,
  );
  expect(moved?.facets).toMatchObject({ topic: ['roma'], country: ['IT'] });
  const event = await db.accountEvent.findFirstOrThrow({ where: { kind: 'vocabulary-merged' } });
  expect(event).toMatchObject({
    ...{ data: { id: 'refugees' }, before: { practices: 1, drafts: 1 }, after: { id: 'housing-care' } },
  });
});

test('the files go on with what was merged: the entry stays away, and practices get the other', async () => {
  const changed = { [mosques]: originalFile({ topics: '[refugees]', title: '"Doors"' }) };
  expect(await load(changed)).toMatchObject({ changed: ['open-mosques'] });
  expect(await topicIds()).toEqual(['roma']);
  expect(await db.practiceTopic.findMany()).toMatchObject([{ topicId: 'roma', position: 0 }]);
  const again = topic('Refugees');
  expect(await addEntry({ actor: editor, kind: 'topic', entry: again, now }, db)).toEqual({
    ...{ ok: true, id: 'refugees-2' },
  });
});

test('cities become one with their officers and invitations, in one country alone', async () => {
  await db.affiliation.createMany({
    data: [
      { id: 'aff0000001', accountId: 'officer001', cityId: 'palermo', country: 'IT' },
      { id: 'aff0000003', accountId: 'officer002', cityId: 'palermo', country: 'IT' },
      {
        ...{ id: 'aff0000002', accountId: 'officer001', cityId: 'turin', country: 'IT' },
        ...{ confirmed: true, decidedAt: now, decidedBy: 'editor0001' },
      },
    ],
  });
  await db.invitation.create({
    data: {
      ...{ id: 'inv0000001', tokenHash: Buffer.from('a'), email: 'a@b.example', locale: 'en' },
      ...{
        roles: ['officer'],
        cityIds: ['lisbon', 'turin', 'palermo'],
        invitedBy: 'editor0001',
        expiresAt: now,
      },
    },
  });
  const merge = { actor: editor, kind: 'city', from: 'turin', now } as const;
  const both = async (into: string) => ({
    from: await seen('city', 'turin'),
    into: await seen('city', into),
  });
  expect(await mergeEntries({ ...merge, into: 'lisbon', seen: await both('lisbon') }, db)).toEqual({
    ...{ ok: false, reason: 'other-country' },
  });
  expect(await mergeEntries({ ...merge, into: 'palermo', seen: await both('palermo') }, db)).toEqual({
    ok: true,
  });
  expect(await db.affiliation.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { id: 'aff0000001', cityId: 'palermo', confirmed: true, decidedBy: 'editor0001' },
    { id: 'aff0000003', cityId: 'palermo', confirmed: false },
  ]);
  expect(await db.invitation.findMany()).toMatchObject([{ cityIds: ['lisbon', 'palermo'] }]);
  expect((await entry('city', 'palermo')).words).toEqual({ und: ['Augusta Taurinorum', 'Torino', 'Turin'] });
  expect(await found('Torino')).toBe(true);
});

test('only what nobody uses is removed, and it stays away until a practice of the files needs it', async () => {
  const remove = async (kind: VocabularyKind, id: string) =>
    removeEntry({ actor: editor, kind, id, seen: await seen(kind, id), now }, db);
  expect(await remove('city', 'palermo')).toEqual({ ok: false, reason: 'used' });
  const practice = await db.practice.findUniqueOrThrow({ where: { id: 'aaaaaaaaa1' } });
  expect(practice.status).toBe('published');
  expect(await remove('group', 'newcomers')).toEqual({ ok: false, reason: 'used' });
  await db.practiceTargetGroup.deleteMany();
  await db.submission.create({ data: { id: 'draft00002', fields: { targetGroups: ['newcomers'] } } });
  expect(await remove('group', 'newcomers')).toEqual({ ok: false, reason: 'used' });
  await db.submission.update({ where: { id: 'draft00002' }, data: { fields: {} } });
  const shown = await seen('group', 'newcomers');
  const twice = { actor: editor, kind: 'group', id: 'newcomers', seen: shown, now } as const;
  expect(await removeEntry(twice, db)).toEqual({ ok: true });
  expect(await removeEntry(twice, db)).toEqual({ ok: true });
  const files = { [mosques]: originalFile({ topics: '[refugees]', title: '"Doors"' }) };
  await load(files);
  expect(await db.targetGroup.count()).toBe(0);
  await load({ ...files, 'practices/more/en.md': originalFile({ id: 'aaaaaaaaa2' }) });
  expect(await db.targetGroup.findMany()).toMatchObject([{ id: 'newcomers' }]);
});

test('what is left of the files keeps its place, and a load after a change changes nothing', async () => {
  const content = contentOf({});
  const more = ['art', 'ball', 'choir', 'dance'].map((id) => ({
    ...{ id, thread: 1, names: { en: id }, alsoSearchedAs: {} },
  }));
  const longer = {
    ...{ ...content, practices: [] },
    vocabulary: { ...content.vocabulary, topics: [...content.vocabulary.topics, ...more] },
  };
  await loadContent({ db, content: longer, now });
  const move = { actor: editor, kind: 'topic', id: 'choir', direction: 'down', over: 'dance', now } as const;
  expect(await moveEntry(move, db)).toEqual({ ok: true });
  const gone = { actor: editor, kind: 'topic', id: 'art', seen: await seen('topic', 'art'), now } as const;
  expect(await removeEntry(gone, db)).toEqual({ ok: true });
  const order = await topicIds();
  expect(order.slice(-3)).toEqual(['ball', 'dance', 'choir']);
  const again = await loadContent({ db, content: longer, now });
  expect(again).toMatchObject({ ok: true, report: { vocabularyEntries: 0 } });
  expect(await topicIds()).toEqual(order);
});
