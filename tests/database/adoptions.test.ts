import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import { drawId } from '#lib/draw-id';
import { decideAdoption } from '#server/adoptions/commands/decide-adoption';
import { stateAdoption } from '#server/adoptions/commands/state-adoption';
import { listAdoptions } from '#server/adoptions/queries/list-adoptions';
import { readPractice } from '#server/catalogue/queries/record';
import { actor, openAccountDatabase } from '#tests/support/account-database';
import { addOfficer } from '#tests/support/officers';
import { addCity, addPractice } from '#tests/support/published-practice';

const now = new Date('2026-11-25T12:00:00Z');
const publishedAt = new Date('2026-01-01T00:00:00Z');
let own: Awaited<ReturnType<typeof openAccountDatabase>>;
let officer: Actor;
const editor = actor('editor0001', ['editor']);

beforeAll(async () => {
  own = await openAccountDatabase();
  await addPractice(own.db, { id: 'walks00001', slug: 'walks', title: 'Walks', cityId: 'cork', publishedAt });
  await addCity(own.db, 'bergen', 'NO');
  await own.db.cityName.create({ data: { cityId: 'bergen', language: 'en', name: 'Bergen' } });
  await addPractice(own.db, {
    ...{ id: 'strolls001', slug: 'strolls', title: 'Strolls', cityId: 'bergen', publishedAt },
  });
  officer = { ...(await addOfficer(own.db, 'officer001')), cities: [{ id: 'bergen', confirmed: false }] };
  await own.db.account.create({
    data: { id: editor.id, email: 'eva@catalogue.example', locale: 'en', roles: ['editor'] },
  });
  await own.db.affiliation.create({
    data: { id: 'aff0000001', accountId: officer.id, cityId: 'bergen', country: 'NO' },
  });
});
afterAll(() => own.end());

const statement = { cityId: 'bergen', year: 2024, words: 'The walks, in winter.', website: null };
const state = (more: Partial<Parameters<typeof stateAdoption>[0]['statement']> = {}, by = officer) =>
  stateAdoption({
    ...{ actor: by, practiceId: 'walks00001', now },
    statement: { ...statement, ownPracticeId: 'strolls001', ...more },
  });
const decide = (id: string, refusedBecause: string | null, by = editor) =>
  decideAdoption({ actor: by, id, refusedBecause, now });
const stored = () => own.db.adoption.findMany({ orderBy: { statedAt: 'asc' } });
const record = async (slug: string) => {
  const result = await readPractice(slug, { locale: 'en', now });
  return result.found === 'current' ? result.practice : null;
};

describe('what an officer states', () => {
  test('is of a city of theirs that is not the example’s, with an example that is the city’s', async () => {
    expect(await state({ cityId: 'oslo' })).toEqual({ ok: false, reason: 'not-found' });
    const ofCork = { ...officer, cities: [{ id: 'cork', confirmed: true }] };
    expect(await state({ cityId: 'cork' }, ofCork)).toEqual({ ok: false, reason: 'same-city' });
    expect(await state({ ownPracticeId: 'walks00001' })).toEqual({ ok: false, reason: 'own-unknown' });
    expect(await stored()).toEqual([]);
  });

  test('is once for a city while it is not refused, and the editors are told once', async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => state()));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await stored()).toHaveLength(1);
    expect(await own.db.outboxMail.count({ where: { kind: 'adoption-stated' } })).toBe(1);
    expect(await state({ words: 'Something else.' })).toEqual({ ok: false, reason: 'already' });
    expect((await record('walks'))?.adoptions).toEqual([]);
  });
});

describe('an editor', () => {
  test('confirms it only for a confirmed officer, never for themselves; then both records show it', async () => {
    const [{ id } = { id: '' }] = await stored();
    expect(await decide(id, null, officer)).toEqual({ ok: false, reason: 'not-found' });
    expect(await decide(id, null)).toEqual({ ok: false, reason: 'unconfirmed' });
    await own.db.affiliation.updateMany({ data: { confirmed: true, decidedAt: now, decidedBy: editor.id } });
    const both = actor(officer.id, ['officer', 'editor']);
    expect(await decide(id, null, both)).toEqual({ ok: false, reason: 'own' });
    const before = await own.db.catalogueVersion.findFirstOrThrow();
    const twice = await Promise.all([decide(id, null), decide(id, null)]);
    expect(twice).toEqual([{ ok: true }, { ok: true }]);
    expect(await decide(id, 'No.')).toEqual({ ok: false, reason: 'late' });
    const after = await own.db.catalogueVersion.findFirstOrThrow();
    expect(after.version).toBe(before.version + 1n);
    expect(await own.db.practiceEvent.findMany({ where: { kind: 'adopted' } })).toMatchObject([
      { practiceId: 'walks00001', actor: editor.id, data: { adoption: id, city: 'bergen' } },
    ]);
    expect((await record('walks'))?.adoptions).toMatchObject([
      { isOwn: false, city: { name: 'Bergen' }, year: 2024, other: { slug: 'strolls', title: 'Strolls' } },
    ]);
    expect((await record('strolls'))?.adoptions).toMatchObject([{ isOwn: true, other: { slug: 'walks' } }]);
    expect(await own.db.outboxMail.count({ where: { kind: 'adoption-confirmed' } })).toBe(1);
  });

  test('refuses it with a reason, after which it may be said again', async () => {
    const id = drawId();
    await own.db.adoption.create({
      data: { id, practiceId: 'strolls001', cityId: 'cork', year: 2020, words: 'x', statedBy: officer.id },
    });
    expect(await decide(id, 'We could not find it.')).toEqual({ ok: true });
    const mail = await own.db.outboxMail.findFirstOrThrow({ where: { kind: 'adoption-refused' } });
    expect(mail.text).toContain('We could not find it.');
    const ofCork = { ...officer, cities: [{ id: 'cork', confirmed: true }] };
    const again = { ...statement, cityId: 'cork', ownPracticeId: null };
    expect(await stateAdoption({ actor: ofCork, practiceId: 'strolls001', statement: again, now })).toEqual({
      ok: true,
    });
    const { waiting, decided } = await listAdoptions({ actor: editor, locale: 'en' });
    expect(waiting).toMatchObject([
      { practice: { slug: 'strolls' }, isConfirmedFor: false, mayDecide: true },
    ]);
    expect(decided.map((one) => one.state).sort()).toEqual(['confirmed', 'refused']);
  });
});
