import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import { addDays } from '#domain/confirmation';
import { readPractice } from '#server/catalogue/queries/record';
import { confirmPractice } from '#server/confirmations/commands/confirm-practice';
import { readConfirmationRequest } from '#server/confirmations/queries/confirmation-request';
import { askConfirmations } from '#server/jobs/commands/ask-confirmations';
import { openAccountDatabase } from '#tests/support/account-database';
import { addDraft } from '#tests/support/filled-draft';
import { addOfficer } from '#tests/support/officers';
import { addPractice } from '#tests/support/published-practice';

const publishedAt = new Date('2025-01-31T06:00:00Z');
/** Eighteen months later. */
const due = new Date('2026-07-31T06:00:00Z');
const practiceId = 'walks00001';
let own: Awaited<ReturnType<typeof openAccountDatabase>>;
let author: Actor;
let officer: Actor;

beforeAll(async () => {
  own = await openAccountDatabase();
  await addPractice(own.db, { id: practiceId, slug: 'walks', title: 'Walks', cityId: 'cork', publishedAt });
  await addPractice(own.db, {
    ...{ id: 'summary001', slug: 'summary', title: 'Summary', cityId: 'cork', publishedAt },
    provenance: 'catalogue_summary',
  });
  author = await addOfficer(own.db, 'author0001');
  officer = { ...(await addOfficer(own.db, 'officer001')), cities: [{ id: 'cork', confirmed: true }] };
  const decided = { confirmed: true, decidedAt: due, decidedBy: 'editor0001' };
  await own.db.affiliation.create({
    data: { id: 'aff0000001', accountId: officer.id, cityId: 'cork', country: 'IE', ...decided },
  });
  await addDraft(own.db, { id: 'published1', author });
  await own.db.submission.update({ where: { id: 'published1' }, data: { state: 'published', practiceId } });
});
afterAll(() => own.end());

beforeEach(async () => {
  await own.db.confirmationRequest.deleteMany();
  await own.db.outboxMail.deleteMany();
  await own.db.practice.update({ where: { id: practiceId }, data: { confirmedAt: null } });
  await own.db.account.updateMany({ data: { suspendedAt: null } });
});

const mails = () => own.db.outboxMail.findMany({ orderBy: { createdAt: 'asc' } });
async function newestToken(): Promise<string> {
  const { text } = (await mails()).at(-1) ?? { text: '' };
  return /\/en\/confirmations\/([\w-]{43})/.exec(text)?.[1] ?? '';
}
const confirmations = () => own.db.practiceEvent.count({ where: { practiceId, kind: 'confirmed' } });
const confirmedAt = async () =>
  (await own.db.practice.findUniqueOrThrow({ where: { id: practiceId } })).confirmedAt;

test('the city is asked after eighteen months, reminded once, then left alone', async () => {
  expect(await askConfirmations(addDays(due, -1))).toBe(0);
  // Two instances at once.
  const asked = await Promise.all([askConfirmations(due), askConfirmations(due)]);
  expect(asked.sort()).toEqual([0, 1]);
  expect((await mails()).map(({ to, kind }) => [to, kind])).toEqual([
    ['author0001@cork.example', 'confirmation-asked'],
  ]);
  for (let day = 1; day < 30; day += 1) expect(await askConfirmations(addDays(due, day))).toBe(0);
  expect(await askConfirmations(addDays(due, 30))).toBe(1);
  expect((await mails()).at(-1)?.subject).toMatch(/^Reminder/);
  for (const day of [31, 60, 90, 400]) expect(await askConfirmations(addDays(due, day))).toBe(0);
});

test('where no writer is there any more, the confirmed officers of the city are asked', async () => {
  await own.db.account.update({ where: { id: author.id }, data: { suspendedAt: due } });
  expect(await askConfirmations(due)).toBe(1);
  expect((await mails()).map(({ to }) => to)).toEqual(['officer001@cork.example']);
});

test('reading the link changes nothing; the button confirms once, whoever else clicks', async () => {
  await askConfirmations(due);
  const token = await newestToken();
  const now = addDays(due, 2);
  expect(await readConfirmationRequest(token, now)).toMatchObject({ slug: 'walks', confirmedAt: null });
  expect(await confirmedAt()).toBeNull();
  const before = await confirmations();
  const { version } = await own.db.catalogueVersion.findFirstOrThrow();
  const clicks = await Promise.all(Array.from({ length: 6 }, () => confirmPractice({ token, now })));
  expect(clicks).toEqual(Array.from({ length: 6 }, () => ({ ok: true, slug: 'walks' })));
  expect(await confirmedAt()).toEqual(now);
  expect(await confirmations()).toBe(before + 1);
  expect((await own.db.catalogueVersion.findFirstOrThrow()).version).toBe(version + 1n);
  expect(await readConfirmationRequest(token, now)).toMatchObject({ confirmedAt: now });
  // Used: days later it confirms nothing any more.
  expect(await confirmPractice({ token, now: addDays(now, 5) })).toMatchObject({ ok: false });
  expect(await askConfirmations(addDays(now, 30))).toBe(0);
});

test('a link ends after sixty days, with the account, and for one that never was', async () => {
  await askConfirmations(due);
  const token = await newestToken();
  const end = addDays(due, 60);
  expect(await readConfirmationRequest(token, end)).toBeNull();
  expect(await confirmPractice({ token, now: end })).toEqual({ ok: false, reason: 'not-possible' });
  await own.db.account.update({ where: { id: author.id }, data: { suspendedAt: due } });
  expect(await confirmPractice({ token, now: due })).toEqual({ ok: false, reason: 'not-found' });
  expect(await confirmPractice({ token: 'x'.repeat(43), now: due })).toMatchObject({ ok: false });
  expect(await confirmedAt()).toBeNull();
});

test('who is signed in confirms for their city alone, and only what is the city’s own text', async () => {
  const confirm = (actor: Actor, id = practiceId) => confirmPractice({ actor, practiceId: id, now: due });
  const stranger = { ...officer, id: 'stranger01', cities: [{ id: 'cork', confirmed: false }] };
  expect(await confirm(stranger)).toEqual({ ok: false, reason: 'not-found' });
  expect(await confirm(officer, 'summary001')).toEqual({ ok: false, reason: 'not-possible' });
  expect(await confirm(officer)).toEqual({ ok: true, slug: 'walks' });
  expect(await confirmedAt()).toEqual(due);
});

test('readers are told when it was confirmed, and after two months of silence since when it was not', async () => {
  const read = async (now: Date) => {
    const result = await readPractice('walks', { locale: 'en', now });
    return result.found === 'current' ? result.practice : null;
  };
  expect((await read(addDays(due, 59)))?.unconfirmedSince).toBeUndefined();
  expect((await read(addDays(due, 60)))?.unconfirmedSince).toEqual(publishedAt);
  await confirmPractice({ actor: author, practiceId, now: addDays(due, 61) });
  expect(await read(addDays(due, 61))).toMatchObject({ confirmedAt: addDays(due, 61) });
});
