import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { type Checks, criteria, unjudged } from '#domain/review-criteria';
import { drawId } from '#lib/draw-id';
import { claimSubmission, releaseSubmission } from '#server/review/commands/claim-submission';
import {
  acceptSubmission,
  declineSubmission,
  requestChanges,
} from '#server/review/commands/decide-submission';
import { reconsiderSubmission } from '#server/review/commands/reconsider-submission';
import { saveChecks } from '#server/review/commands/save-checks';
import { scheduleSubmission } from '#server/review/commands/schedule-submission';
import { setDueDate } from '#server/review/commands/set-due-date';
import { setPlaces } from '#server/review/commands/set-places';
import { readChecks } from '#server/review/queries/checks';
import { appealDecision } from '#server/submissions/commands/appeal';
import { withdrawSubmission } from '#server/submissions/commands/change-state';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addAccepted, addChoices, addEditor, judgeAll, letter } from '#tests/support/editors';
import { addDraft, filledFields, knownInTest } from '#tests/support/filled-draft';
import { addOfficer } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
const late = { ok: false, reason: 'not-possible' };
const hidden = { ok: false, reason: 'not-found' };
let own: TestDatabase;
let author: Actor;
let colleague: Actor;
let stranger: Actor;
let editor: Actor;
let other: Actor;
let bareEditor: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  author = await addOfficer(own.db, 'author0001');
  colleague = await addOfficer(own.db, 'colleague1');
  stranger = await addOfficer(own.db, 'stranger01');
  editor = await addEditor(own.db, 'editor0001');
  other = await addEditor(own.db, 'editor0002', 'fr');
  bareEditor = { ...other, hasSecondFactor: false };
  await addChoices(own.db);
});

afterAll(() => own.drop());

async function sent(): Promise<string> {
  const id = await addDraft(own.db, { id: drawId(), author, others: [colleague] });
  await sendSubmission({ actor: author, id, agreed: true, known: knownInTest, now }, own.db);
  return id;
}

async function claimed(): Promise<string> {
  const id = await sent();
  await claim(id);
  return id;
}

const claim = (id: string, actor = editor, from: string | null = null) =>
  claimSubmission({ actor, id, now, from }, own.db);
const rowOf = (id: string) => own.db.submission.findUniqueOrThrow({ where: { id } });
const eventsOf = async (submissionId: string) =>
  (await own.db.submissionEvent.findMany({ where: { submissionId }, orderBy: { id: 'asc' } })).map(
    ({ kind, actor }) => `${kind} ${actor}`,
  );
const mailsAbout = (id: string, kind: string) =>
  own.db.outboxMail.findMany({ where: { text: { contains: id }, kind }, orderBy: { to: 'asc' } });

describe('taking up', () => {
  test('sets who and when; what was sent is due in three weeks', async () => {
    const id = await claimed();
    expect(await rowOf(id)).toMatchObject({
      state: 'in_review',
      claimedBy: editor.id,
      claimedAt: now,
      dueOn: new Date('2026-12-16'),
    });
    expect(await claim(id), 'a double click is once').toEqual({ ok: true });
    expect(await eventsOf(id)).toEqual(['sent author0001', 'claimed editor0001']);
  });

  test('of two editors at once one has it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await sent();
      const results = await Promise.all([claim(id, editor), claim(id, other)]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      const winner = results[0]?.ok ? editor : other;
      expect((await rowOf(id)).claimedBy).toBe(winner.id);
      expect(await eventsOf(id)).toEqual(['sent author0001', `claimed ${winner.id}`]);
    }
  });

  test('of an editor and an author who takes it back at once one is heard', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await sent();
      const [taken, back] = await Promise.all([
        claim(id),
        withdrawSubmission({ actor: author, id, now }, own.db),
      ]);
      expect([taken.ok, back.ok].sort()).toEqual([false, true]);
      expect((await rowOf(id)).state).toBe(taken.ok ? 'in_review' : 'withdrawn');
    }
  });

  test('from another editor it is taken over where the page showed who has it', async () => {
    const id = await claimed();
    expect(await claim(id, other)).toEqual(late);
    expect(await claim(id, other, editor.id)).toEqual({ ok: true });
    expect(await releaseSubmission({ actor: editor, id, now }, own.db)).toEqual(late);
    expect(await releaseSubmission({ actor: other, id, now }, own.db)).toEqual({ ok: true });
    expect(await releaseSubmission({ actor: other, id, now }, own.db)).toEqual({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: 'submitted', claimedBy: null, claimedAt: null });
  });

  test('for authors, strangers and an editor without second factor there is nothing to take up', async () => {
    const id = await sent();
    for (const actor of [author, colleague, stranger, bareEditor])
      expect(await claim(id, actor)).toEqual(hidden);
    const member = { ...author, roles: ['officer', 'editor'] as const, hasSecondFactor: true };
    expect(await claim(id, member), 'who writes in it decides nothing').toEqual(hidden);
    expect(await claim('../../etc'), 'an id that is none').toEqual(hidden);
  });
});

describe('deciding', () => {
  test('changes that are asked for go to every writer, as the editor left the mail', async () => {
    const id = await claimed();
    const ask = () => requestChanges({ actor: editor, id, letter, now }, own.db);
    expect(await Promise.all([ask(), ask()])).toEqual([{ ok: true }, { ok: true }]);
    expect(await rowOf(id)).toMatchObject({ state: 'changes_requested', claimedBy: null, dueOn: null });
    const mails = await mailsAbout(id, 'submission-decision');
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['author0001@cork.example', letter.subject],
      ['colleague1@cork.example', letter.subject],
    ]);
    expect(mails[0]?.text).toContain('it reads well.\nThe editors');
    expect(mails[0]?.html).toContain('it reads well.<br>The editors');
    expect(mails[0]?.text).toContain(`/en/submissions/${id}/sent`);
    const event = await own.db.submissionEvent.findFirstOrThrow({
      where: { submissionId: id, kind: 'changes-requested' },
    });
    expect(event).toMatchObject({ before: { state: 'in_review' }, after: { state: 'changes_requested' } });
    expect(event.data).toEqual({ letter });
  });

  test('taken back instead of changed, the editors are told', async () => {
    const id = await claimed();
    await requestChanges({ actor: editor, id, letter, now }, own.db);
    await withdrawSubmission({ actor: author, id, now }, own.db);
    const { reference } = await rowOf(id);
    const mails = await mailsAbout(reference ?? '-', 'submission-taken-back');
    expect(mails.map(({ to, locale }) => [to, locale])).toEqual([
      ['editor0001@catalogue.example', 'en'],
      ['editor0002@catalogue.example', 'fr'],
    ]);
  });

  test('is accepted once each criterion is judged, and what is not met has a note', async () => {
    const id = await claimed();
    const accept = () => acceptSubmission({ actor: editor, id, letter, now }, own.db);
    expect(await accept()).toEqual({ ok: false, reason: 'unchecked' });
    await judgeAll(own.db, id, editor.id);
    const where = { submissionId: id, criterion: 'city' };
    await own.db.reviewCheck.updateMany({ where, data: { verdict: 'not' } });
    expect(await accept()).toEqual({ ok: false, reason: 'unchecked' });
    await own.db.reviewCheck.updateMany({ where, data: { note: 'A region tells it.' } });
    expect(await accept()).toEqual({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', claimedBy: null, dueOn: null });
  });

  test('accepted and taken back at once, it is accepted: while it is read, authors cannot take it back', async () => {
    const id = await claimed();
    await judgeAll(own.db, id, editor.id);
    const both = await Promise.all([
      acceptSubmission({ actor: editor, id, letter, now }, own.db),
      withdrawSubmission({ actor: author, id, now }, own.db),
    ]);
    expect(both).toEqual([{ ok: true }, late]);
    expect((await eventsOf(id)).at(-1)).toBe('accepted editor0001');
  });

  test('accepted and declined at once by who has it, one holds', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await claimed();
      await judgeAll(own.db, id, editor.id);
      const both = await Promise.all([
        acceptSubmission({ actor: editor, id, letter, now }, own.db),
        declineSubmission({ actor: editor, id, letter, reasons: 'No.', now }, own.db),
      ]);
      expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(await mailsAbout(id, 'submission-decision'), 'one to each writer').toHaveLength(2);
    }
  });

  test('only who has it decides', async () => {
    const id = await claimed();
    await judgeAll(own.db, id, editor.id);
    expect(await acceptSubmission({ actor: other, id, letter, now }, own.db)).toEqual(late);
    expect(await requestChanges({ actor: other, id, letter, now }, own.db)).toEqual(late);
    expect(await declineSubmission({ actor: other, id, letter, reasons: 'No.', now }, own.db)).toEqual(late);
    expect((await eventsOf(id)).at(-1)).toBe('claimed editor0001');
  });

  test('declined for reasons, it is appealed with words, and heard by another', async () => {
    const id = await claimed();
    const decline = (reasons: string) =>
      declineSubmission({ actor: editor, id, letter, reasons, now }, own.db);
    expect(await decline('  ')).toEqual({ ok: false, reason: 'no-reasons' });
    expect(await decline('It is an advertisement.')).toEqual({ ok: true });
    const [mail] = await mailsAbout(id, 'submission-decision');
    expect(mail?.text).toContain('It is an advertisement.');
    const appeal = (words: string, actor = author) => appealDecision({ actor, id, words, now }, own.db);
    expect(await appeal(' ')).toEqual({ ok: false, reason: 'no-words' });
    expect(await appeal('It is not.', stranger)).toEqual(hidden);
    expect(await appeal('It is not.', other)).toEqual(late);
    expect(await appeal('It is not.')).toEqual({ ok: true });
    expect(await appeal('It is not.')).toEqual({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: 'resubmitted', declinedBy: editor.id });
    const told = await mailsAbout(id, 'submission-appealed');
    expect(told.map(({ to }) => to)).toEqual([
      'editor0001@catalogue.example',
      'editor0002@catalogue.example',
    ]);
    expect(told[0]?.text).toContain('It is not.');
    expect(await claim(id, editor)).toEqual(late);
    expect(await claim(id, other)).toEqual({ ok: true });
    await judgeAll(own.db, id, other.id);
    expect(await acceptSubmission({ actor: other, id, letter, now }, own.db)).toEqual({ ok: true });
    expect((await rowOf(id)).declinedBy).toBeNull();
  });

  test('a time in the future is set and set anew; taken back for reasons, it is gone', async () => {
    const id = await addAccepted(own.db, { author, editor, now });
    const schedule = (publishAt: Date) => scheduleSubmission({ actor: other, id, publishAt, now }, own.db);
    const [monday, tuesday] = [new Date('2026-11-30T06:00:00Z'), new Date('2026-12-01T06:00:00Z')];
    expect(await schedule(now)).toEqual({ ok: false, reason: 'past' });
    expect(await Promise.all([schedule(monday), schedule(monday)])).toEqual([{ ok: true }, { ok: true }]);
    expect(await schedule(tuesday)).toEqual({ ok: true });
    expect((await rowOf(id)).publishAt).toEqual(tuesday);
    expect((await eventsOf(id)).filter((event) => event.startsWith('scheduled'))).toHaveLength(2);
    const reconsider = (reasons: string) => reconsiderSubmission({ actor: other, id, reasons, now }, own.db);
    expect(await reconsider('')).toEqual({ ok: false, reason: 'no-reasons' });
    expect(await reconsider('A figure is wrong.')).toEqual({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: 'in_review', claimedBy: other.id, publishAt: null });
  });
});

describe('what is found while reading', () => {
  const checksWith = (changes: Partial<Checks>): Checks => ({
    ...{ aim: unjudged, city: unjudged, evidence: unjudged, plain: unjudged, transferable: unjudged },
    ...changes,
  });
  const note = (text: string): Checks => checksWith({ aim: { verdict: 'partly', note: text } });

  test('is kept criterion by criterion; the same again changes nothing', async () => {
    const id = await claimed();
    const save = () => saveChecks({ actor: other, id, checks: note('Why?'), seen: 0, now }, own.db);
    expect([await save(), await save()]).toEqual([
      { ok: true, version: 1 },
      { ok: true, version: 1 },
    ]);
    const { checks, written } = await readChecks(own.db, id);
    expect(checks).toEqual(note('Why?'));
    expect([...written.keys()]).toEqual(['aim']);
    expect((await eventsOf(id)).at(-1)).toBe('checked editor0002');
  });

  test('fifty times two editors judge the same at once: one is kept, the other sees both', async () => {
    const id = await claimed();
    for (let pair = 0; pair < 50; pair += 1) {
      const { version: seen } = await readChecks(own.db, id);
      const texts = [`first ${pair}`, `second ${pair}`];
      const results = await Promise.all(
        texts.map((text, i) =>
          saveChecks({ actor: i ? other : editor, id, checks: note(text), seen, now }, own.db),
        ),
      );
      const kept = texts[results.findIndex(({ ok }) => ok)];
      const refused = results.find((result) => !result.ok);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(refused).toMatchObject({ reason: 'changed-meanwhile', criteria: ['aim'] });
      expect(refused && 'standing' in refused && refused.standing.checks.aim.note).toBe(kept);
      expect((await readChecks(own.db, id)).checks.aim.note).toBe(kept);
    }
    const saved = (await eventsOf(id)).filter((event) => event.startsWith('checked'));
    expect(saved).toHaveLength(50);
  });

  test('two who judge different criteria at once are both kept', async () => {
    const id = await claimed();
    const found = { verdict: 'met', note: '' } as const;
    const results = await Promise.all([
      saveChecks({ actor: editor, id, checks: checksWith({ city: found }), seen: 0, now }, own.db),
      saveChecks({ actor: other, id, checks: checksWith({ plain: found }), seen: 0, now }, own.db),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true]);
    const { checks } = await readChecks(own.db, id);
    expect(criteria.filter((one) => checks[one].verdict)).toEqual(['city', 'plain']);
  });

  test('places that the author could only name are set, in the country of the example', async () => {
    const fields = { ...filledFields, cities: [], otherPlaces: 'Cork' };
    const id = await addDraft(own.db, { id: drawId(), author, fields });
    await sendSubmission({ actor: author, id, agreed: true, known: knownInTest, now }, own.db);
    await claim(id);
    const { version } = await rowOf(id);
    const set = (cities: string[], seen = version, actor = editor) =>
      setPlaces({ actor, id, cities, seen, now }, own.db);
    expect(await set(['atlantis'])).toEqual({ ok: false, reason: 'unknown-place' });
    expect(await set(['cork'], version - 1)).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await set(['cork'], version, author)).toEqual(hidden);
    expect(await Promise.all([set(['cork']), set(['cork'])])).toEqual([{ ok: true }, { ok: true }]);
    expect(Object((await rowOf(id)).fields).cities).toEqual(['cork']);
    expect(await own.db.submissionSave.count({ where: { submissionId: id, accountId: editor.id } })).toBe(1);
    expect((await eventsOf(id)).filter((event) => event.startsWith('places-set'))).toHaveLength(1);
  });

  test('another day is set by which it is to be answered', async () => {
    const id = await claimed();
    const due = (dueOn: Date | null) => setDueDate({ actor: editor, id, dueOn, now }, own.db);
    expect(await due(new Date('2026-12-24'))).toEqual({ ok: true });
    expect(await due(new Date('2026-12-24'))).toEqual({ ok: true });
    expect((await rowOf(id)).dueOn).toEqual(new Date('2026-12-24'));
    const events = await own.db.submissionEvent.findMany({ where: { submissionId: id, kind: 'due-set' } });
    expect(events).toMatchObject([{ before: { dueOn: '2026-12-16' }, after: { dueOn: '2026-12-24' } }]);
    expect(await due(null)).toEqual({ ok: true });
    const waiting = await sent();
    expect(await setDueDate({ actor: editor, id: waiting, dueOn: null, now }, own.db)).toEqual(late);
  });
});
