import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import { submissionStates } from '#domain/lifecycle';
import { draftLimits } from '#domain/submission-fields';
import { createDraft } from '#server/submissions/commands/create-draft';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { settleConflict } from '#server/submissions/commands/settle-conflict';
import { readDraft } from '#server/submissions/queries/draft';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addOfficer, posting } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
let database: TestDatabase;
let author: Actor;
let colleague: Actor;
let stranger: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  author = await addOfficer(database.db, 'author0001');
  colleague = await addOfficer(database.db, 'colleague1');
  stranger = await addOfficer(database.db, 'stranger01');
});
afterAll(() => database.drop());

/** A new draft of two writers, with one text in it. */
async function begin(): Promise<string> {
  const created = await createDraft(
    { actor: author, name: 'Mira', email: 'mira@cork.example', now },
    database.db,
  );
  if (!created.ok) throw new Error(created.reason);
  await database.db.submissionMember.create({
    data: { submissionId: created.id, accountId: colleague.id },
  });
  await save(created.id, author, 1, { purpose: 'First text' });
  return created.id;
}

const save = (
  id: string,
  actor: Actor,
  base: number,
  values: Parameters<typeof posting>[0],
  page: string = actor.id,
  turn = 0,
) => saveDraft({ actor, id, base, page, turn, posted: posting(values), now }, database.db);

async function read(id: string, actor = author) {
  const draft = await readDraft({ actor, id }, database.db);
  if (!draft) throw new Error('no draft');
  return draft;
}

test('a draft begins with its author as contact, and a double click begins one', async () => {
  const create = () =>
    createDraft({ actor: author, name: 'Mira', email: 'mira@cork.example', now }, database.db);
  const [one, other] = await Promise.all([create(), create()]);
  expect(one).toEqual(other);
  if (!one.ok) throw new Error(one.reason);
  const { fields, version } = await read(one.id);
  expect([fields.contactName, fields.contactEmail, version]).toEqual(['Mira', 'mira@cork.example', 1]);
  await save(one.id, author, 1, { title: 'Begun' });
  expect(await create()).not.toEqual(one);
});

test('the only city of its author is filled in', async () => {
  await database.db.city.create({
    data: { id: 'cork', country: 'IE', placeType: 'city', latitude: 51.9, longitude: -8.5 },
  });
  const actor = await addOfficer(database.db, 'corkonian1');
  await database.db.affiliation.create({
    data: { id: 'aff0000001', accountId: actor.id, cityId: 'cork', country: 'IE' },
  });
  const created = await createDraft({ actor, name: '', email: 'x@cork.example', now }, database.db);
  if (!created.ok) throw new Error(created.reason);
  const { fields } = await read(created.id, actor);
  expect([fields.country, fields.cities]).toEqual(['IE', ['cork']]);
});

describe('a save', () => {
  test('keeps what is not valid, and says the same twice only once', async () => {
    const id = await begin();
    const values = { years: 'some time ago', title: 'x'.repeat(5_000), cities: ['atlantis'] };
    const first = await save(id, author, 2, values);
    expect(first).toMatchObject({ ok: true, version: 3, conflicts: [] });
    expect(await save(id, author, 2, values)).toMatchObject({ ok: true, version: 3, changed: [] });
    expect((await read(id)).fields).toMatchObject(values);
  });

  test('changes nothing for a stranger, who is told that there is nothing', async () => {
    const id = await begin();
    expect(await save(id, stranger, 2, { purpose: 'Mine now' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await save('nodraft001', author, 1, {})).toEqual({ ok: false, reason: 'not-found' });
    expect(await readDraft({ actor: stranger, id }, database.db)).toBeNull();
    expect((await read(id)).fields.purpose).toBe('First text');
  });

  test.each(submissionStates)('in the state %s', async (state) => {
    const id = await begin();
    await database.db.submission.update({ where: { id }, data: { state } });
    const result = await save(id, author, 2, { purpose: 'Later' });
    const isOpen = state === 'draft' || state === 'changes_requested';
    expect(result).toMatchObject(isOpen ? { ok: true } : { ok: false, reason: 'not-writable' });
    expect((await read(id)).fields.purpose).toBe(isOpen ? 'Later' : 'First text');
  });

  test('longer than a draft can be is not taken, and not cut', async () => {
    const id = await begin();
    const purpose = 'x'.repeat(draftLimits.characters + 1);
    expect(await save(id, author, 2, { purpose, title: 'Title' })).toEqual({ ok: false, reason: 'too-long' });
    expect((await read(id)).fields).toMatchObject({ purpose: 'First text', title: '' });
  });
});

describe('two writers', () => {
  test('in different fields lose nothing, even with whole forms', async () => {
    const id = await begin();
    await save(id, author, 2, { title: 'Walks', purpose: 'First text' });
    await save(id, colleague, 2, { title: '', purpose: 'Better text' });
    expect((await read(id)).fields).toMatchObject({ title: 'Walks', purpose: 'Better text' });
    expect((await read(id)).conflicts).toEqual([]);
  });

  test('in one field: the newer text stays, the later one is kept beside it', async () => {
    const id = await begin();
    await save(id, author, 2, { purpose: 'Author’s text' });
    const later = await save(id, colleague, 2, { purpose: 'Colleague’s text', title: 'Walks' });
    expect(later).toMatchObject({ ok: true, changed: ['title'], conflicts: ['purpose'] });
    const { fields, conflicts } = await read(id, colleague);
    expect(fields).toMatchObject({ purpose: 'Author’s text', title: 'Walks' });
    expect(conflicts).toMatchObject([
      {
        field: 'purpose',
        text: 'Colleague’s text',
        written: { by: 'Officer colleague1', own: true, at: now },
        standing: { by: 'Officer author0001', own: false, at: now, version: 3 },
      },
    ]);
  });

  test('the same holds for two windows of one person', async () => {
    const id = await begin();
    await save(id, author, 2, { purpose: 'In one window' }, 'window-a');
    expect(await save(id, author, 2, { purpose: 'In the other' }, 'window-b')).toMatchObject({
      conflicts: ['purpose'],
    });
  });

  test('a window that missed the answer to its own save goes on', async () => {
    const id = await begin();
    await save(id, author, 2, { purpose: 'Half' });
    expect(await save(id, author, 2, { purpose: 'Half and whole' })).toMatchObject({
      changed: ['purpose'],
      conflicts: [],
    });
  });

  test('what a window sent earlier and arrives later changes nothing', async () => {
    const id = await begin();
    await save(id, author, 2, { purpose: 'Whole text' }, 'window-a', 2);
    expect(await save(id, author, 2, { purpose: 'Whole' }, 'window-a', 1)).toMatchObject({
      changed: [],
      conflicts: [],
    });
    expect((await read(id)).fields.purpose).toBe('Whole text');
  });

  test('who goes on writing against a newer text has one text beside it, never in its place', async () => {
    const id = await begin();
    await save(id, author, 2, { purpose: 'Author’s text' });
    await save(id, colleague, 2, { purpose: 'Mine' });
    const { version } = await read(id);
    await save(id, colleague, version, { purpose: 'Mine, longer' });
    const { fields, conflicts } = await read(id);
    expect(fields.purpose).toBe('Author’s text');
    expect(conflicts.map(({ text }) => text)).toEqual(['Mine, longer']);
    await save(id, colleague, version, { purpose: 'Author’s text' });
    expect((await read(id)).conflicts).toEqual([]);
  });
});

describe('choosing between two texts', () => {
  async function clash() {
    const id = await begin();
    await save(id, author, 2, { purpose: 'Theirs' });
    await save(id, colleague, 2, { purpose: 'Mine' });
    const [conflict] = (await read(id)).conflicts;
    if (!conflict) throw new Error('no conflict');
    const { field, save: saved, standing } = conflict;
    const settle = (choice: 'mine' | 'theirs' | 'both', actor = colleague, seen = standing.version) =>
      settleConflict({ actor, id, save: saved, field, choice, seen, now }, database.db);
    return { id, settle };
  }

  test.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
    ['both', 'Theirs\n\nMine'],
  ] as const)('%s: "%s" stands, and once is enough', async (choice, text) => {
    const { id, settle } = await clash();
    expect(await settle(choice)).toEqual({ ok: true });
    expect(await settle('mine')).toEqual({ ok: true });
    const { fields, conflicts } = await read(id);
    expect([fields.purpose, conflicts]).toEqual([text, []]);
  });

  test('a text that was not shown is not overwritten', async () => {
    const { id, settle } = await clash();
    await save(id, author, 3, { purpose: 'Theirs, newer' });
    expect(await settle('mine')).toEqual({ ok: false, reason: 'changed-again' });
    expect((await read(id)).fields.purpose).toBe('Theirs, newer');
    expect(await settle('mine', colleague, 4)).toEqual({ ok: true });
  });

  test('is not for strangers', async () => {
    const { settle } = await clash();
    expect(await settle('mine', stranger)).toEqual({ ok: false, reason: 'not-found' });
  });
});
