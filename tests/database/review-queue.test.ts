import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { emptyReviewFilter, type ReviewFilter } from '#domain/review-filter';
import { drawId } from '#lib/draw-id';
import { claimSubmission } from '#server/review/commands/claim-submission';
import { requestChanges } from '#server/review/commands/decide-submission';
import { listQueue } from '#server/review/queries/queue';
import { readReview } from '#server/review/queries/submission';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addAccepted, addChoices, addEditor, letter } from '#tests/support/editors';
import { addDraft, filledFields, knownInTest } from '#tests/support/filled-draft';
import { addOfficer } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
const later = new Date('2026-12-20T12:00:00Z');
let own: TestDatabase;
let author: Actor;
let editor: Actor;
let other: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  author = await addOfficer(own.db, 'author0001');
  editor = await addEditor(own.db, 'editor0001');
  other = await addEditor(own.db, 'editor0002');
  await addChoices(own.db);
});

afterAll(() => own.drop());

async function send(title: string, by = author): Promise<string> {
  const fields = { ...filledFields, title };
  const id = await addDraft(own.db, { id: drawId(), author: by, fields });
  await sendSubmission({ actor: by, id, agreed: true, known: knownInTest, now }, own.db);
  return id;
}

const list = (filter: Partial<ReviewFilter>, { as = editor, at = now } = {}) =>
  listQueue({ actor: as, filter: { ...emptyReviewFilter, ...filter }, now: at }, own.db);
const titles = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).rows.map(({ fields }) => fields.title);

test('each tab has its states and its count; one’s own is there, and is left to others', async () => {
  const waiting = await send('Waiting');
  const taken = await send('Taken');
  await send('Written by an editor', editor);
  await addDraft(own.db, { id: drawId(), author, fields: { ...filledFields, title: 'Never sent' } });
  await claimSubmission({ actor: editor, id: taken, now }, own.db);
  await addAccepted(own.db, { author, editor: other, now });
  const queue = await list({});
  expect(queue.counts).toEqual({
    ...{ waiting: 2, mine: 1, review: 1, authors: 0, accepted: 1 },
    ...{ declined: 0, published: 0, archived: 0 },
  });
  expect(queue.rows.map(({ fields, isOwn, mayClaim }) => [fields.title, isOwn, mayClaim])).toEqual(
    expect.arrayContaining([
      ['Waiting', false, true],
      ['Written by an editor', true, false],
    ]),
  );
  expect(await titles({ tab: 'mine' })).toEqual(['Taken']);
  expect(await titles({ tab: 'mine' }, { as: other })).toEqual([]);
  expect(await titles({ tab: 'review', editor: editor.id })).toEqual(['Taken']);
  expect(await titles({ tab: 'review', editor: 'nobody' })).toEqual([]);
  expect(await readReview({ actor: editor, id: waiting }, own.db)).toMatchObject({ id: waiting });
  expect(await readReview({ actor: author, id: waiting }, own.db)).toBeNull();
  expect(await readReview({ actor: { ...editor, hasSecondFactor: false }, id: waiting }, own.db)).toBeNull();
});

test('words are found in any case, with or without accents, in the title and the reference', async () => {
  const id = await send('Čaj në Prishtinë');
  const { reference } = await own.db.submission.findUniqueOrThrow({ where: { id } });
  for (const q of ['čaj', 'CAJ prishtine', `${reference?.toLowerCase()}`])
    expect(await titles({ q }), q).toEqual(['Čaj në Prishtinë']);
  expect(await titles({ q: 'caj tirane' })).toEqual([]);
  expect(await titles({ q: '%' })).toEqual([]);
  expect(await titles({ q: 'caj', country: 'IE', language: 'en', topic: 'education' })).toHaveLength(1);
  expect(await titles({ q: 'caj', country: 'FR' })).toEqual([]);
  expect(await titles({ q: 'caj', topic: 'housing' })).toEqual([]);
});

test('what is late is so from the day after, and pages end where the rows do', async () => {
  await send('Late one');
  expect(await titles({ q: 'late', late: true }, { at: new Date('2026-12-16T23:00:00Z') })).toEqual([]);
  expect(await titles({ q: 'late', late: true }, { at: later })).toEqual(['Late one']);
  expect((await list({ q: 'late', page: 9 })).filter.page).toBe(1);
});

test('while its authors change it, editors go on reading what was sent', async () => {
  const id = await send('As it was sent');
  await claimSubmission({ actor: editor, id, now }, own.db);
  await requestChanges({ actor: editor, id, letter, now }, own.db);
  await own.db
    .$executeRaw`update submission set fields = fields || '{"title": "Being changed"}' where id = ${id}`;
  expect(await titles({ tab: 'authors' })).toEqual(['As it was sent']);
  expect(await titles({ tab: 'authors', q: 'changed' })).toEqual([]);
  const review = await readReview({ actor: other, id }, own.db);
  expect(review?.fields.title).toBe('As it was sent');
  expect(review?.sent).toEqual([{ number: 1, at: now }]);
  expect([...(review?.may ?? [])]).toEqual([]);
});
