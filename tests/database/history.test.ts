import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { archiveSubmission, republishSubmission } from '#server/review/commands/archive-submission';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import {
  addChoices,
  addEditor,
  addPublished,
  addRevision,
  letter,
  takeToAccepted,
} from '#tests/support/editors';
import { filledFields } from '#tests/support/filled-draft';
import { addOfficer } from '#tests/support/officers';

const days = (count: number) => new Date(Date.UTC(2026, 10, count, 12));
let own: TestDatabase;
let author: Actor;
let editor: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  author = await addOfficer(own.db, 'author0001');
  editor = await addEditor(own.db, 'editor0001');
  await addChoices(own.db);
});

afterAll(async () => {
  const { database } = await import('#server/platform/db');
  await database().$disconnect();
  await own.drop();
  vi.unstubAllEnvs();
});

async function lookUp(path: string) {
  const { lookUpPath } = await import('#server/catalogue/queries/address');
  return (await lookUpPath(path.split('/'))).practice;
}
const readNews = async () => {
  const { readNews: read } = await import('#server/catalogue/queries/news');
  return (await read('fr', own.db)).map(({ kind, title, number, words }) => [kind, title, number, words]);
};

test('addresses, versions and news follow what is published, revised, archived and put back', async () => {
  const fields = { ...filledFields, title: 'Tables' };
  const { id: first, practiceId } = await addPublished(own.db, { author, editor, fields, now: days(1) });
  expect(await lookUp('practices/tables/history')).toEqual({ found: 'current' });
  expect(await lookUp('practices/tables/history/1')).toEqual({ found: 'current' });
  expect(await lookUp('practices/tables/history/2')).toEqual({ found: 'none' });
  expect(await lookUp('practices/tables/history/1/2')).toEqual({ found: 'none' });
  expect(await lookUp('practices/no-such/history')).toEqual({ found: 'none' });
  expect(await readNews()).toEqual([['published', 'Tables', 1, '']]);

  const revised = { ...fields, title: 'More tables' };
  const second = await addRevision(own.db, { practiceId, author, fields: revised });
  await takeToAccepted(own.db, { id: second, author, editor, now: days(2) });
  await publishSubmission({ actor: editor, id: second, note: 'More.', letter, now: days(3) }, own.db);
  expect(await lookUp('practices/tables/history/1/2')).toEqual({ found: 'current' });
  await own.db.practiceSlug.create({ data: { slug: 'former', practiceId, current: false } });
  expect(await lookUp('practices/former/history/1')).toEqual({
    ...{ found: 'moved', slug: 'tables', rest: ['history', '1'] },
  });
  expect(await readNews()).toEqual([
    ['revised', 'More tables', 2, 'More.'],
    ['published', 'More tables', 1, ''],
  ]);
  expect((await own.db.submission.findUniqueOrThrow({ where: { id: first } })).state).toBe('replaced');

  const archive = { actor: editor, id: second, because: 'It has ended.', letter, now: days(4) };
  expect(await archiveSubmission(archive, own.db)).toEqual({ ok: true });
  for (const rest of ['', '/fr', '/history', '/history/1', '/history/1/2', '/history/9'])
    expect(await lookUp(`practices/tables${rest}`)).toEqual({ found: 'archived' });
  expect(await readNews()).toEqual([['archived', 'More tables', null, 'It has ended.']]);
  const { listPracticeAddresses } = await import('#server/catalogue/queries/listing');
  expect(await listPracticeAddresses()).toEqual([]);

  await republishSubmission({ actor: editor, id: second, now: days(5) }, own.db);
  expect(await lookUp('practices/tables/history/1/2')).toEqual({ found: 'current' });
  expect((await readNews()).map(([kind]) => kind)).toEqual(['revised', 'published']);
});

test('of the news, confirmations and repetitions are told, corrections that were loaded are not', async () => {
  const { practiceId } = await addPublished(own.db, {
    ...{ author, editor, now: days(6), fields: { ...filledFields, title: 'Choirs' } },
  });
  await own.db.practiceEvent.createMany({
    data: [
      { practiceId, at: days(8), actor: author.id, kind: 'confirmed' },
      { practiceId, at: days(9), actor: editor.id, kind: 'adopted' },
      { practiceId, at: days(10), actor: 'content', kind: 'reloaded' },
    ],
  });
  await own.db.$executeRaw`select keep_versions(${[practiceId]}, 'content', ${days(10)})`;
  expect((await readNews()).filter(([, title]) => title === 'Choirs')).toEqual([
    ['adopted', 'Choirs', null, ''],
    ['confirmed', 'Choirs', null, ''],
    ['published', 'Choirs', 1, ''],
  ]);
});
