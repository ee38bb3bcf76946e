import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import type { ConflictChoice } from '#domain/merge-fields';
import { draftLimits } from '#domain/submission-fields';
import { mayDo, type TextFields, type TextName, translationStates } from '#domain/translation';
import { beginTranslation, takeOverTranslation } from '#server/translations/commands/begin-translation';
import { keepMachineDraft } from '#server/translations/commands/keep-machine-draft';
import { saveTranslation } from '#server/translations/commands/save-translation';
import { settleTranslationConflict } from '#server/translations/commands/settle-translation-conflict';
import { readTextConflicts } from '#server/translations/queries/conflicts';
import { findStanding } from '#server/translations/select/translation';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addEditor } from '#tests/support/editors';
import { addOfficer } from '#tests/support/officers';
import { addOriginal, addTranslator, postingText, texts } from '#tests/support/translators';

const now = new Date('2026-11-25T12:00:00Z');
const language = 'fr';
let own: TestDatabase;
let translator: Actor;
let another: Actor;
let editor: Actor;
let stranger: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  translator = await addTranslator(own.db, 'translator');
  another = await addTranslator(own.db, 'another001');
  editor = await addEditor(own.db, 'editor0001');
  stranger = await addOfficer(own.db, 'stranger01');
});
afterAll(() => own.drop());

type Values = Parameters<typeof postingText>[0];

const save = (
  practiceId: string,
  base: number,
  values: Values,
  { actor = translator, page = 'window1', turn = 0, into = language } = {},
) =>
  saveTranslation(
    { actor, practiceId, language: into, base, page, turn, posted: postingText(values), now },
    own.db,
  );

async function read(practiceId: string) {
  const standing = await findStanding(own.db, { practiceId, language });
  if (!standing?.translation) throw new Error('no translation');
  const { translation, facts } = standing;
  return { ...translation, facts, conflicts: await readTextConflicts(own.db, translation.id, translator) };
}

/** A new translation with one text in it. */
async function begin(): Promise<string> {
  const practiceId = await addOriginal(own.db, now);
  await beginTranslation({ actor: translator, practiceId, language, now }, own.db);
  await save(practiceId, 1, { purpose: 'Premier texte' }, { page: 'before' });
  return practiceId;
}

/** A machine's draft that was taken up, in its second try. */
async function takeUp(fields: Partial<TextFields>, actor = translator): Promise<string> {
  const practiceId = await addOriginal(own.db, now);
  const asked = { actor, practiceId, language, now };
  const draft = { ...asked, machine: 'test', madeFrom: 1 };
  await keepMachineDraft({ ...draft, fields: texts({ purpose: 'Essai' }) }, own.db);
  await keepMachineDraft({ ...draft, fields: texts(fields) }, own.db);
  expect(await beginTranslation(asked, own.db)).toEqual({ ok: true });
  return practiceId;
}

describe('a save', () => {
  test('keeps what is not complete, and says the same twice only once', async () => {
    const id = await begin();
    const values = { title: 'x'.repeat(500), summary: '  ' };
    expect(await save(id, 2, values)).toEqual({
      ...{ ok: true, version: 3, conflicts: [] },
      changed: ['title', 'summary'],
    });
    expect(await save(id, 2, values)).toMatchObject({ ok: true, version: 3, changed: [] });
    expect((await read(id)).fields).toEqual(texts({ ...values, purpose: 'Premier texte' }));
  });

  test('changes nothing for a stranger, who is told that there is nothing', async () => {
    const id = await begin();
    const hidden = { ok: false, reason: 'not-found' };
    const values = { purpose: 'À moi' };
    expect(await save(id, 2, values, { actor: stranger })).toEqual(hidden);
    expect(await save('nopractice', 2, values)).toEqual(hidden);
    expect(await save(id, 2, values, { into: 'en' }), 'the language of the original').toEqual(hidden);
    expect(await save(id, 2, values, { into: 'Klingon' })).toEqual(hidden);
    expect((await read(id)).version).toBe(2);
  });

  test('is its translator’s alone', async () => {
    const id = await begin();
    const late = { ok: false, reason: 'not-writable' };
    expect(await save(id, 2, { purpose: 'À moi' }, { actor: another })).toEqual(late);
    expect(await save(id, 2, { purpose: 'À moi' }, { actor: editor })).toEqual(late);
    expect(await save(id, 2, { purpose: 'À moi' }, { into: 'pt' }), 'nobody has begun it').toEqual(late);
    await takeOverTranslation({ actor: another, practiceId: id, language, now }, own.db);
    expect(await save(id, 2, { purpose: 'Encore' })).toEqual(late);
    expect(await save(id, 2, { purpose: 'Mieux' }, { actor: another })).toMatchObject({ ok: true });
    expect((await read(id)).facts.writers).toEqual(expect.arrayContaining([translator.id, another.id]));
  });

  test.each(translationStates)('in the state %s', async (state) => {
    const practiceId = await begin();
    await own.db.translation.updateMany({
      where: { practiceId },
      data: state === 'machine' ? { state, translatorId: null, machine: 'test' } : { state, approvedAs: 2 },
    });
    const result = await save(practiceId, 2, { purpose: 'Plus tard' });
    const isOpen = state === 'draft';
    expect(result).toMatchObject(isOpen ? { ok: true } : { ok: false, reason: 'not-writable' });
    expect((await read(practiceId)).fields.purpose).toBe(isOpen ? 'Plus tard' : 'Premier texte');
  });

  test('that comes again after it was handed in loses nothing, and is no error', async () => {
    const practiceId = await begin();
    await own.db.translation.updateMany({ where: { practiceId }, data: { state: 'ready' } });
    const same = { purpose: 'Premier texte' };
    expect(await save(practiceId, 1, same)).toEqual({ ok: true, version: 2, changed: [], conflicts: [] });
    const late = { ok: false, reason: 'not-writable' };
    expect(await save(practiceId, 1, { ...same, title: 'Titre' })).toEqual(late);
    expect(await save(practiceId, 1, same, { actor: another })).toEqual(late);
  });

  test('longer than a part can be is not taken, and not cut', async () => {
    const id = await begin();
    const purpose = 'x'.repeat(draftLimits.characters + 1);
    expect(await save(id, 2, { purpose, title: 'Titre' })).toEqual({ ok: false, reason: 'too-long' });
    expect((await read(id)).fields).toEqual(texts({ purpose: 'Premier texte' }));
  });
});

describe('two windows', () => {
  test('in different parts lose nothing, even with whole forms', async () => {
    const id = await begin();
    await save(id, 2, { title: 'Balades', purpose: 'Premier texte' });
    await save(id, 2, { title: '', purpose: 'Meilleur texte' }, { page: 'window2' });
    const { fields, conflicts } = await read(id);
    expect(fields).toMatchObject({ title: 'Balades', purpose: 'Meilleur texte' });
    expect(conflicts).toEqual([]);
  });

  test('in one part: the newer text stays, the later one is kept beside it, once', async () => {
    const id = await begin();
    await save(id, 2, { purpose: 'Ici' });
    const later = await save(id, 2, { purpose: 'Là', title: 'Balades' }, { page: 'window2' });
    expect(later).toMatchObject({ changed: ['title'], conflicts: ['purpose'] });
    await save(id, 4, { purpose: 'Là-bas' }, { page: 'window2', turn: 1 });
    const { fields, conflicts } = await read(id);
    expect(fields).toMatchObject({ purpose: 'Ici', title: 'Balades' });
    const written = { by: 'Translator translator', own: true, at: now };
    expect(conflicts).toEqual([
      {
        ...{ name: 'purpose', save: expect.any(String), text: 'Là-bas', written },
        standing: { ...written, version: 3 },
      },
    ]);
    await save(id, 4, { purpose: 'Ici' }, { page: 'window2', turn: 2 });
    expect((await read(id)).conflicts, 'settled by writing what stands there').toEqual([]);
  });

  test('a window that missed the answer to its own save goes on', async () => {
    const id = await begin();
    await save(id, 2, { purpose: 'Moitié' });
    expect(await save(id, 2, { purpose: 'Moitié et tout' }, { turn: 1 })).toMatchObject({
      ...{ changed: ['purpose'], conflicts: [] },
    });
  });

  test('what a window sent earlier and arrives later changes nothing', async () => {
    const id = await begin();
    await save(id, 2, { purpose: 'Texte entier' }, { turn: 2 });
    expect(await save(id, 2, { purpose: 'Texte' }, { turn: 1 })).toMatchObject({
      ...{ changed: [], conflicts: [] },
    });
    expect((await read(id)).fields.purpose).toBe('Texte entier');
  });
});

describe('the words that it begins with', () => {
  test('are what a form shows that nobody has touched', async () => {
    const id = await takeUp({ title: 'Balades', purpose: 'Mots de la machine' });
    const { version } = await read(id);
    await save(id, version, { title: 'Balades du port', purpose: 'Mots de la machine' });
    const whole = { title: 'Balades', purpose: 'Mots de quelqu’un' };
    expect(await save(id, version, whole, { page: 'window2' })).toMatchObject({
      ...{ changed: ['purpose'], conflicts: [] },
    });
    expect((await read(id)).fields).toEqual(
      texts({ title: 'Balades du port', purpose: 'Mots de quelqu’un' }),
    );
  });

  test('of what readers see are so, too', async () => {
    const practiceId = await addOriginal(own.db, now);
    await own.db.practiceText.create({ data: { practiceId, language, title: 'Balades', madeFrom: 1 } });
    await beginTranslation({ actor: translator, practiceId, language, now }, own.db);
    await save(practiceId, 1, { title: 'Balades du port' });
    expect(await save(practiceId, 1, { title: 'Balades' }, { page: 'window2' })).toMatchObject({
      ...{ changed: [], conflicts: [] },
    });
  });

  test('are not overwritten by a form that does not say what it showed', async () => {
    const id = await takeUp({ purpose: 'Mots de la machine' });
    expect(await save(id, 0, { purpose: 'Autre chose' })).toMatchObject({ conflicts: ['purpose'] });
    const [conflict] = (await read(id)).conflicts;
    expect(conflict?.standing.version).toBe(0);
    await settle(id, 'mine');
    expect((await read(id)).fields.purpose).toBe('Autre chose');
  });

  test('make nobody a writer; one letter does', async () => {
    const id = await takeUp({ purpose: 'Mots de la machine' }, editor);
    await takeOverTranslation({ actor: translator, practiceId: id, language, now }, own.db);
    const { facts, version } = await read(id);
    const ready = { ...facts, state: 'ready' } as const;
    expect(facts.writers).toEqual([]);
    expect(mayDo(editor, 'approve', ready)).toBe(true);
    await takeOverTranslation({ actor: editor, practiceId: id, language, now }, own.db);
    await save(id, version, { purpose: 'Mots de la machine.' }, { actor: editor });
    await takeOverTranslation({ actor: translator, practiceId: id, language, now }, own.db);
    expect(mayDo(editor, 'approve', { ...(await read(id)).facts, state: 'ready' })).toBe(false);
  });
});

async function settle(practiceId: string, choice: ConflictChoice, { actor = translator, seen = -1 } = {}) {
  const [conflict] = (await read(practiceId)).conflicts;
  if (!conflict) throw new Error('no conflict');
  const { name, save: saved, standing } = conflict;
  const chosen = { name, save: saved, choice, seen: seen < 0 ? standing.version : seen };
  return settleTranslationConflict({ actor, practiceId, language, ...chosen, now }, own.db);
}

describe('choosing between two texts', () => {
  async function clash(name: TextName = 'purpose'): Promise<string> {
    const id = await begin();
    await save(id, 2, { [name]: 'Ici' });
    await save(id, 2, { [name]: 'Là' }, { page: 'window2' });
    return id;
  }

  test.each([
    ['purpose', 'mine', 'Là'],
    ['purpose', 'theirs', 'Ici'],
    ['purpose', 'both', 'Ici\n\nLà'],
    ['title', 'both', 'Ici / Là'],
  ] as const)('of %s, %s: "%s" stands', async (name, choice, text) => {
    const id = await clash(name);
    expect(await settle(id, choice)).toEqual({ ok: true });
    const { fields, conflicts } = await read(id);
    expect([fields[name], conflicts]).toEqual([text, []]);
  });

  test('a text that was not shown is not overwritten', async () => {
    const id = await clash();
    await save(id, 3, { purpose: 'Ici, plus tard' }, { turn: 1 });
    expect(await settle(id, 'mine', { seen: 3 })).toEqual({ ok: false, reason: 'changed-again' });
    expect((await read(id)).fields.purpose).toBe('Ici, plus tard');
    expect(await settle(id, 'mine')).toEqual({ ok: true });
    expect((await read(id)).fields.purpose).toBe('Là');
  });

  test('once is enough, and it is the translator’s', async () => {
    const id = await clash();
    expect(await settle(id, 'mine', { actor: stranger })).toEqual({ ok: false, reason: 'not-found' });
    expect(await settle(id, 'mine', { actor: another })).toEqual({ ok: false, reason: 'not-writable' });
    const [conflict] = (await read(id)).conflicts;
    await settle(id, 'theirs');
    const again = { name: 'purpose', save: conflict?.save ?? '', choice: 'mine', seen: 3 } as const;
    expect(
      await settleTranslationConflict({ actor: translator, practiceId: id, language, ...again, now }, own.db),
    ).toEqual({ ok: true });
    expect((await read(id)).fields.purpose).toBe('Ici');
  });
});

test('100 saves of four windows at once: no text is lost silently', { timeout: 60_000 }, async () => {
  const id = await begin();
  const answered = await Promise.all(
    Array.from({ length: 4 }, async (_, window) => {
      const wrong: string[] = [];
      let base = 2;
      for (let number = 0; number < 25; number += 1) {
        const text = `${window}/${number}`;
        const result = await save(id, base, { impact: text }, { page: `${window}x${number}` });
        if (!result.ok) throw new Error(result.reason);
        base = result.version;
        if (result.changed.length + result.conflicts.length !== 1) wrong.push(text);
      }
      return wrong;
    }),
  );
  expect(answered.flat()).toEqual([]);
  const { id: translationId, fields } = await read(id);
  const rows = await own.db.translationSave.findMany({
    where: { translationId },
    orderBy: { version: 'asc' },
  });
  const changes = rows.filter(({ changed }) => 'impact' in Object(changed));
  const unseen = changes.filter((row, place) => row.base < (changes[place - 1]?.version ?? 0));
  expect(unseen, 'whatever was replaced, its writer had seen').toEqual([]);
  expect(new Set(changes.map(({ version }) => version)).size).toBe(changes.length);
  const applied = changes.map(({ changed }) => Object(changed).impact);
  const kept = rows.flatMap(({ conflicts }) => Object(conflicts).impact ?? []);
  expect(applied.at(-1)).toBe(fields.impact);
  expect(kept.length, 'texts did meet').toBeGreaterThan(0);
  expect([...applied, ...kept].sort()).toEqual(
    Array.from({ length: 100 }, (_, n) => `${Math.floor(n / 25)}/${n % 25}`).sort(),
  );
});
