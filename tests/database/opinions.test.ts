import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import type { SubmissionState } from '#domain/lifecycle';
import { drawId } from '#lib/draw-id';
import { askOpinion } from '#server/opinions/commands/ask-opinion';
import { endOpinion } from '#server/opinions/commands/end-opinion';
import { giveOpinion } from '#server/opinions/commands/give-opinion';
import { readAskedOpinion } from '#server/opinions/queries/asked-opinion';
import { listOpinions } from '#server/opinions/queries/list-opinions';
import { actor, openAccountDatabase } from '#tests/support/account-database';
import { addDraft, filledFields } from '#tests/support/filled-draft';
import { addOfficer } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const given = { verdict: 'approve', words: '', name: 'Nora Lind' } as const;
let own: Awaited<ReturnType<typeof openAccountDatabase>>;
let author: Actor;
const editor = actor('editor0001', ['editor']);
const other = actor('editor0002', ['editor']);

beforeAll(async () => {
  own = await openAccountDatabase();
  author = await addOfficer(own.db, 'author0001');
  for (const { id } of [editor, other])
    await own.db.account.create({
      data: { id, name: `Name of ${id}`, email: `${id}@catalogue.example`, locale: 'en', roles: ['editor'] },
    });
});
afterAll(() => own.end());

async function underReview(state: SubmissionState = 'in_review'): Promise<string> {
  const id = await addDraft(own.db, { id: drawId(), author });
  const claim = { claimedBy: editor.id, claimedAt: now };
  await own.db.submission.update({ where: { id }, data: { state, reference: `IC-${id}`, ...claim } });
  const sent = { submissionId: id, number: 1, sentBy: author.id, fields: filledFields, files: [] };
  await own.db.submissionSent.create({ data: sent });
  return id;
}

const ask = (id: string, more: Partial<Parameters<typeof askOpinion>[0]> = {}) =>
  askOpinion({
    ...{ actor: editor, id, by: 'Eva', name: 'Nora', email: `${id}@university.example`, locale: 'en' },
    ...{ question: 'Is it new?', days: 14, now },
    ...more,
  });

/** The token in the newest mail about it: the only place where it stands. */
async function tokenFor(id: string): Promise<string> {
  const { text } = await own.db.outboxMail.findFirstOrThrow({
    where: { to: `${id}@university.example`, kind: 'opinion-asked' },
    orderBy: { createdAt: 'desc' },
  });
  return /\/en\/opinions\/([\w-]{43})/.exec(text)?.[1] ?? '';
}

const eventsOf = async (submissionId: string) =>
  (await own.db.submissionEvent.findMany({ where: { submissionId }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );

describe('asking', () => {
  test('sends one mail with a link, however often the button is pressed', async () => {
    const id = await underReview();
    const asked = await Promise.all(Array.from({ length: 8 }, () => ask(id)));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(await own.db.outboxMail.count({ where: { to: `${id}@university.example` } })).toBe(1);
    expect(await eventsOf(id)).toEqual(['opinion-asked']);
    const shown = await readAskedOpinion(await tokenFor(id), now);
    expect(shown).toMatchObject({ by: `Name of ${editor.id}`, question: 'Is it new?', fields: filledFields });
    expect(await ask(id, { question: 'Is it true?' })).toEqual({ ok: false, reason: 'asked-already' });
  });

  test('is for editors who do not write in it, while it is under review', async () => {
    const id = await underReview();
    expect(await ask(id, { actor: author })).toEqual({ ok: false, reason: 'not-found' });
    expect(await ask(id, { actor: { ...editor, hasSecondFactor: false } })).toMatchObject({ ok: false });
    const accepted = await underReview('accepted');
    expect(await ask(accepted)).toEqual({ ok: false, reason: 'not-possible' });
    expect(await listOpinions({ actor: author, id, now })).toBeNull();
  });
});

describe('answering', () => {
  test('is done once, and told to the editors concerned; then the link shows nothing', async () => {
    const id = await underReview();
    await ask(id, { actor: other });
    const token = await tokenFor(id);
    const results = await Promise.all(Array.from({ length: 6 }, () => giveOpinion({ token, given, now })));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await eventsOf(id)).toEqual(['opinion-asked', 'opinion-given']);
    const told = await own.db.outboxMail.findMany({
      where: { kind: 'opinion-given', text: { contains: id } },
      orderBy: { to: 'asc' },
    });
    expect(told.map(({ to }) => to)).toEqual([
      'editor0001@catalogue.example',
      'editor0002@catalogue.example',
    ]);
    expect(await readAskedOpinion(token, now)).toBeNull();
    const again = { ...given, verdict: 'ask', words: 'Who pays?' } as const;
    expect(await giveOpinion({ token, given: again, now })).toEqual({ ok: false, reason: 'closed' });
    const listed = await listOpinions({ actor: editor, id, now });
    expect(listed?.opinions).toMatchObject([
      { state: 'given', given: { verdict: 'approve', name: 'Nora Lind' } },
    ]);
  });

  test('is over with the last day, and with the example', async () => {
    const id = await underReview();
    await ask(id, { days: 3 });
    const token = await tokenFor(id);
    expect(await readAskedOpinion(token, new Date(later(3).getTime() - 1))).not.toBeNull();
    expect(await readAskedOpinion(token, later(3))).toBeNull();
    expect(await giveOpinion({ token, given, now: later(3) })).toEqual({ ok: false, reason: 'closed' });
    await own.db.submission.update({ where: { id }, data: { state: 'withdrawn' } });
    expect(await readAskedOpinion(token, now)).toBeNull();
    expect(await giveOpinion({ token, given, now })).toEqual({ ok: false, reason: 'closed' });
    expect(await giveOpinion({ token: 'x'.repeat(43), given, now })).toEqual({ ok: false, reason: 'closed' });
  });

  test('and ending at the same moment: one of both, never half of each', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await underReview();
      await ask(id);
      const token = await tokenFor(id);
      const row = await own.db.opinion.findFirstOrThrow({ where: { submissionId: id } });
      const [answer, end] = await Promise.all([
        giveOpinion({ token, given, now }),
        endOpinion({ actor: editor, id, opinion: row.id, now }),
      ]);
      expect([answer.ok, end.ok].filter(Boolean)).toHaveLength(1);
      expect(await eventsOf(id)).toEqual(['opinion-asked', answer.ok ? 'opinion-given' : 'opinion-ended']);
    }
  });

  test('of a link that was ended is refused, and ending twice is once', async () => {
    const id = await underReview();
    await ask(id);
    const row = await own.db.opinion.findFirstOrThrow({ where: { submissionId: id } });
    const end = (by: Actor, opinion = row.id) => endOpinion({ actor: by, id, opinion, now });
    expect(await end(author)).toEqual({ ok: false, reason: 'not-found' });
    expect(await end(editor, '\u0000')).toEqual({ ok: false, reason: 'not-found' });
    expect(await end(editor)).toEqual({ ok: true });
    expect(await end(editor)).toEqual({ ok: true });
    expect(await giveOpinion({ token: await tokenFor(id), given, now })).toMatchObject({ ok: false });
    expect(await eventsOf(id)).toEqual(['opinion-asked', 'opinion-ended']);
  });
});
