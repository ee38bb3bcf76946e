import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { type SubmissionState, submissionStates } from '#domain/lifecycle';
import { may } from '#domain/permissions';
import { talkLimits } from '#domain/review-talk';
import { drawId } from '#lib/draw-id';
import { answerComment } from '#server/practices/commands/answer-comment';
import { settleComment } from '#server/practices/commands/settle-comment';
import { shareComments } from '#server/practices/commands/share-comments';
import { addComment } from '#server/review/commands/add-comment';
import { requestChanges } from '#server/review/commands/decide-submission';
import { takeBackComment } from '#server/review/commands/take-back-comment';
import { readReviewTalk } from '#server/review/queries/talk';
import { leaveSuggestion, takeSuggestion } from '#server/submissions/commands/answer-suggestion';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { readDraft } from '#server/submissions/queries/draft';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addEditor, letter } from '#tests/support/editors';
import { addDraft, filledFields } from '#tests/support/filled-draft';
import { addOfficer, posting } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
const later = new Date('2026-11-25T13:00:00Z');
let database: TestDatabase;
let author: Actor;
let colleague: Actor;
let stranger: Actor;
let editor: Actor;
let second: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
  author = await addOfficer(database.db, 'author0001');
  colleague = await addOfficer(database.db, 'colleague1');
  stranger = await addOfficer(database.db, 'stranger01');
  editor = await addEditor(database.db, 'editor0001');
  second = await addEditor(database.db, 'editor0002');
});
afterAll(() => database.drop());

/** A submission that was sent, in a state. */
async function send(state: SubmissionState = 'in_review'): Promise<string> {
  const id = await addDraft(database.db, { id: drawId(), author, others: [colleague] });
  await database.db.submission.update({ where: { id }, data: { state, reference: `IC-${id}` } });
  const sent = { submissionId: id, number: 1, at: now, sentBy: author.id, fields: filledFields, files: [] };
  await database.db.submissionSent.create({ data: sent });
  return id;
}

const become = (id: string, state: SubmissionState) =>
  database.db.submission.update({ where: { id }, data: { state } });

type Comment = Partial<Parameters<typeof addComment>[0]>;
const add = (id: string, comment: Comment = {}) =>
  addComment(
    { actor: editor, id, place: 'purpose', text: 'For whom?', suggestion: '', now, ...comment },
    database.db,
  );
async function begin(id: string, comment: Comment = {}): Promise<string> {
  const added = await add(id, comment);
  if (!added.ok) throw new Error(added.reason);
  return added.comment;
}
const sideOf = ({ roles }: Actor) => (roles.includes('editor') ? 'editor' : 'member');
const answer = (id: string, thread: string, actor: Actor, text = 'For everyone.') =>
  answerComment({ actor, side: sideOf(actor), id, thread, text, now: later }, database.db);
const share = (id: string) => database.db.$transaction((tx) => shareComments(tx, id, now));
const authors = async (id: string, actor = author) => (await readDraft({ actor, id }, database.db))?.talk;
const editors = async (id: string, actor = editor) =>
  (await readReviewTalk({ actor, id }, database.db))?.threads;
const textsOf = (threads: Awaited<ReturnType<typeof authors>>) =>
  threads?.map(({ entries }) => entries.map(({ text }) => text));
const eventsOf = async (id: string) =>
  (await database.db.submissionEvent.findMany({ where: { submissionId: id }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );

describe.each(submissionStates)('in the state %s', (state) => {
  const facts = () => ({ state, members: [author.id, colleague.id], claimedBy: null, declinedBy: null });

  test('who may begin a talk, answer, and call it done', async () => {
    const id = await send();
    const thread = await begin(id);
    await share(id);
    await become(id, state);
    const people = [author, colleague, stranger, editor, { ...editor, hasSecondFactor: false }];
    for (const actor of people) {
      const isEditor = actor.roles.includes('editor');
      const who = `${actor.id} ${actor.hasSecondFactor}`;
      const talks = may(actor, isEditor ? 'readReview' : 'answer', facts());
      const added = await add(id, { actor, text: `Says ${who}` });
      expect(added.ok, `${who} begins`).toBe(may(actor, 'review', facts()));
      if (!added.ok)
        expect(added.reason).toBe(may(actor, 'readReview', facts()) ? 'not-possible' : 'not-found');
      const answered = await answer(id, thread, actor, `Answers ${who}`);
      expect(answered.ok, `${who} answers`).toBe(talks);
      if (!answered.ok)
        expect(answered.reason, who).toBe(
          may(actor, isEditor ? 'readReview' : 'read', facts()) ? 'not-possible' : 'not-found',
        );
      const done = await settleComment(
        { actor, side: sideOf(actor), id, thread, done: true, now },
        database.db,
      );
      expect(done.ok, `${who} settles`).toBe(talks);
      await settleComment({ actor, side: sideOf(actor), id, thread, done: false, now }, database.db);
    }
  });

  test('who may take a suggestion, and leave it', async () => {
    const id = await send();
    const suggest = (suggestion: string) => begin(id, { place: 'title', text: '', suggestion });
    const [one, other] = [await suggest('Language café'), await suggest('Café')];
    await share(id);
    await become(id, state);
    for (const actor of [stranger, editor, colleague]) {
      const taken = await takeSuggestion({ actor, id, thread: one, now }, database.db);
      expect(taken.ok, actor.id).toBe(may(actor, 'answer', facts()) && may(actor, 'write', facts()));
      const left = await leaveSuggestion({ actor, id, thread: other, now }, database.db);
      expect(left.ok, actor.id).toBe(may(actor, 'answer', facts()));
    }
  });
});

test('what editors write while they read is theirs until it is shared, what comes later is shown at once', async () => {
  const id = await send();
  const thread = await begin(id);
  await answer(id, thread, second, 'And by when?');
  await begin(id, { place: '', text: 'Well done.' });
  expect(await authors(id)).toEqual([]);
  expect(await answer(id, thread, author)).toEqual({ ok: false, reason: 'not-found' });
  expect(textsOf(await editors(id, second))).toEqual([['For whom?', 'And by when?'], ['Well done.']]);
  await database.db.submission.update({ where: { id }, data: { claimedBy: editor.id, claimedAt: now } });
  await requestChanges({ actor: editor, id, letter, now }, database.db);
  const [mail] = await database.db.outboxMail.findMany({ where: { to: 'author0001@cork.example' } });
  expect(mail?.text).toContain('2 comments stand beside the text.');
  expect(textsOf(await authors(id, colleague))).toEqual([['For whom?', 'And by when?'], ['Well done.']]);
  await answer(id, thread, author);
  await answer(id, thread, editor, 'Thank you.');
  expect(textsOf(await authors(id))?.[0]).toEqual([
    'For whom?',
    'And by when?',
    'For everyone.',
    'Thank you.',
  ]);
  const [first] = (await authors(id)) ?? [];
  expect(first?.entries.map(({ party, own }) => [party, own])).toEqual([
    ['editor', false],
    ['editor', false],
    ['member', true],
    ['editor', false],
  ]);
  await become(id, 'in_review');
  await answer(id, thread, editor, 'Once more, to myself.');
  expect(textsOf(await authors(id))?.[0]).toHaveLength(4);
  expect(await readReviewTalk({ actor: author, id }, database.db)).toBeNull();
});

test('an editor who writes in it is told nothing that its authors are not', async () => {
  const id = await send();
  await begin(id);
  await database.db.submissionMember.create({ data: { submissionId: id, accountId: second.id } });
  expect(await readReviewTalk({ actor: second, id }, database.db)).toBeNull();
  expect(await authors(id, second)).toEqual([]);
  expect(await add(id, { actor: second })).toEqual({ ok: false, reason: 'not-found' });
});

describe('a comment', () => {
  test('says something, and not too much', async () => {
    const id = await send();
    expect(await add(id, { text: ' \n' })).toEqual({ ok: false, reason: 'empty' });
    expect(await add(id, { text: 'x'.repeat(talkLimits.comment + 1) })).toEqual({
      ok: false,
      reason: 'too-long',
    });
    const thread = await begin(id, { text: 'x'.repeat(talkLimits.comment) });
    expect(await answer(id, thread, editor, '')).toEqual({ ok: false, reason: 'empty' });
    // The wording that stands there is none of the editor's.
    const same = { place: 'title', text: '', suggestion: ` ${filledFields.title}` } as const;
    expect(await add(id, same)).toEqual({ ok: false, reason: 'empty' });
    expect(await add(id, { place: 'cities', text: '', suggestion: 'cork' })).toEqual({
      ok: false,
      reason: 'empty',
    });
  });

  test('twice, with a double click, is once; from two editors at once it is two', async () => {
    const id = await send();
    const thread = await begin(id);
    const pressed = await Promise.all([
      answer(id, thread, second, 'Twice'),
      answer(id, thread, second, 'Twice'),
    ]);
    expect(pressed[0]).toEqual(pressed[1]);
    await Promise.all([editor, second].map((actor) => answer(id, thread, actor, 'At once')));
    const [talk] = (await editors(id)) ?? [];
    expect(talk?.entries.map(({ text }) => text)).toEqual(['For whom?', 'Twice', 'At once', 'At once']);
    expect(await eventsOf(id)).toEqual([
      'commented',
      'comment-answered',
      'comment-answered',
      'comment-answered',
    ]);
  });

  test('is called done once, whoever does so at the same time, and opened again', async () => {
    const id = await send();
    const thread = await begin(id);
    const settle = (actor: Actor, done: boolean) =>
      settleComment({ actor, side: sideOf(actor), id, thread, done, now }, database.db);
    expect(await Promise.all([settle(editor, true), settle(second, true)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect((await editors(id))?.map(({ done }) => done)).toEqual([true]);
    expect(await share(id)).toBe(0);
    await settle(editor, false);
    expect(await share(id)).toBe(1);
    expect(await eventsOf(id)).toEqual(['commented', 'comment-done', 'comment-reopened']);
  });

  test('is taken back by its writer alone, until it is shown or answered', async () => {
    const id = await send();
    const [one, answered, shown] = [
      await begin(id),
      await begin(id, { text: 'Two' }),
      await begin(id, { text: '3' }),
    ];
    await answer(id, answered, second);
    const takeBack = (comment: string, actor = editor) =>
      takeBackComment({ actor, id, comment, now }, database.db);
    expect(await takeBack(one, second)).toEqual({ ok: false, reason: 'not-possible' });
    expect(await takeBack(one, author)).toEqual({ ok: false, reason: 'not-found' });
    expect(await takeBack(one)).toEqual({ ok: true });
    expect(await takeBack(one)).toEqual({ ok: true });
    expect(await takeBack(answered)).toEqual({ ok: false, reason: 'not-possible' });
    await share(id);
    expect(await takeBack(shown)).toEqual({ ok: false, reason: 'not-possible' });
    expect((await editors(id))?.map((talk) => talk.id)).toEqual([answered, shown]);
  });

  test('is not one about another submission', async () => {
    const [id, other] = [await send(), await send()];
    const thread = await begin(id);
    expect(await answer(other, thread, editor)).toEqual({ ok: false, reason: 'not-found' });
    expect(
      await settleComment({ actor: editor, side: 'editor', id: other, thread, done: true, now }, database.db),
    ).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });
});

describe('a suggestion', () => {
  async function suggest(): Promise<{ id: string; thread: string }> {
    const id = await send();
    const thread = await begin(id, { text: 'Who exactly?', suggestion: 'To let newcomers meet.' });
    await share(id);
    await become(id, 'changes_requested');
    return { id, thread };
  }
  const write = (id: string, purpose: string) =>
    saveDraft({ actor: author, id, base: 1, page: 'window', posted: posting({ purpose }), now }, database.db);
  const draftOf = async (id: string) => {
    const draft = await readDraft({ actor: author, id }, database.db);
    if (!draft) throw new Error('no draft');
    return draft;
  };

  test('that is taken stands in the field, and the matter is done', async () => {
    const { id, thread } = await suggest();
    const take = () => takeSuggestion({ actor: author, id, thread, now }, database.db);
    expect(await Promise.all([take(), take()])).toEqual([
      { ok: true, conflict: false },
      { ok: true, conflict: false },
    ]);
    const { fields, talk, conflicts, version } = await draftOf(id);
    expect([fields.purpose, conflicts, version]).toEqual(['To let newcomers meet.', [], 2]);
    expect(talk[0]).toMatchObject({ done: true, suggestion: { state: 'taken' } });
    expect(await eventsOf(id)).toEqual(['commented', 'suggestion-taken']);
  });

  test('never overwrites what was written since: both texts wait for a choice', async () => {
    const { id, thread } = await suggest();
    await write(id, 'To let all people meet.');
    const taken = await takeSuggestion({ actor: colleague, id, thread, now }, database.db);
    expect(taken).toEqual({ ok: true, conflict: true });
    const { fields, conflicts } = await draftOf(id);
    expect(fields.purpose).toBe('To let all people meet.');
    expect(conflicts.map(({ field, text }) => [field, text])).toEqual([
      ['purpose', 'To let newcomers meet.'],
    ]);
  });

  test('taken while its field is written at the same moment loses neither text', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { id, thread } = await suggest();
      await Promise.all([
        write(id, 'Written meanwhile.'),
        takeSuggestion({ actor: colleague, id, thread, now }, database.db),
      ]);
      const { fields, conflicts } = await draftOf(id);
      expect([fields.purpose, ...conflicts.map(({ text }) => text)].sort()).toEqual([
        'To let newcomers meet.',
        'Written meanwhile.',
      ]);
    }
  });

  test('that is left changes nothing, and can be taken after all', async () => {
    const { id, thread } = await suggest();
    await leaveSuggestion({ actor: author, id, thread, now }, database.db);
    expect(await draftOf(id)).toMatchObject({
      version: 1,
      talk: [{ done: true, suggestion: { state: 'left' } }],
    });
    await takeSuggestion({ actor: author, id, thread, now }, database.db);
    expect((await draftOf(id)).fields.purpose).toBe('To let newcomers meet.');
  });
});
