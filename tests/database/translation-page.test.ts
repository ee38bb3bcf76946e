import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { eventSentence } from '#i18n/event-sentence';
import { approveTranslation } from '#server/translations/commands/approve-translation';
import { beginTranslation, takeOverTranslation } from '#server/translations/commands/begin-translation';
import { offerTranslation } from '#server/translations/commands/offer-translation';
import { returnTranslation } from '#server/translations/commands/return-translation';
import { saveTranslation } from '#server/translations/commands/save-translation';
import { readText } from '#server/translations/queries/text';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addEditor } from '#tests/support/editors';
import { addOfficer } from '#tests/support/officers';
import { writeWords } from '#tests/support/translations';
import { addOriginal, addTranslator, postingText } from '#tests/support/translators';

const now = new Date('2026-11-25T12:00:00Z');
const french = { title: 'Promenades', summary: 'On marche.', purpose: 'Se voir.', impact: 'Du monde.' };
let own: TestDatabase;
let translator: Actor;
let another: Actor;
let editor: Actor;
let officer: Actor;
let practiceId: string;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  translator = await addTranslator(own.db, 'translat01');
  another = await addTranslator(own.db, 'translat02');
  editor = await addEditor(own.db, 'editor0001');
  const stranger = await addOfficer(own.db, 'officer001');
  officer = { ...stranger, cities: [{ id: 'cork', confirmed: true }] };
  practiceId = await addOriginal(own.db, now);
});
afterAll(() => own.drop());

const read = (actor: Actor, language = 'fr') =>
  readText({ actor, practiceId, language, locale: 'en' }, own.db);
const asked = (actor: Actor) => ({ actor, practiceId, language: 'fr', now });
const mayOf = async (actor: Actor) => [...((await read(actor))?.may ?? ['nothing'])];

/** Publishes the original anew, as a revision does. */
async function revise(change: { purpose?: string; impact?: string | null; originalLanguage?: string }) {
  const { originalLanguage, ...data } = change;
  const where = { practiceId_language: { practiceId, language: 'en' } };
  await own.db.practiceText.update({ where, data });
  if (originalLanguage)
    await own.db.$transaction([
      own.db.practiceText.create({
        data: { practiceId, language: originalLanguage, title: 'Hafenspaziergang' },
      }),
      own.db.practice.update({ where: { id: practiceId }, data: { originalLanguage } }),
    ]);
  await own.db.$executeRaw`select keep_versions(array[${practiceId}], 'content', now())`;
}

test('there is nothing for a stranger, of the original’s language, or of no such example', async () => {
  expect(await read({ ...officer, cities: [{ id: 'cork', confirmed: false }] })).toBeNull();
  expect(await read({ ...editor, hasSecondFactor: false })).toBeNull();
  expect(await read(translator, 'en')).toBeNull();
  expect(await read(translator, "fr' or 1=1")).toBeNull();
  const which = { actor: translator, language: 'fr', locale: 'en' } as const;
  expect(await readText({ ...which, practiceId: '\u0000' }, own.db)).toBeNull();
});

test('what nobody has begun shows the original, and lets it be begun', async () => {
  expect(await read(officer)).toMatchObject({
    ...{ state: null, fields: null, before: null, changed: [], translator: null, story: [] },
    original: { language: 'en', fields: { title: 'Harbour walks', purpose: 'To meet.' } },
  });
  expect(await mayOf(officer)).toEqual(['begin', 'draftByMachine']);
});

test('each may do what the state lets them, and two texts are for the translator alone', async () => {
  await beginTranslation(asked(translator), own.db);
  expect(await mayOf(translator)).toEqual(['write', 'offer']);
  expect(await mayOf(another)).toEqual(['takeOver']);
  await writeWords(own.db, { practiceId, language: 'fr' }, french);
  const late = { base: 1, page: 'other', turn: 0, posted: postingText({ title: 'Balades' }) };
  await saveTranslation({ ...asked(translator), ...late }, own.db);
  expect((await read(translator))?.conflicts).toMatchObject([{ name: 'title', text: 'Balades' }]);
  expect((await read(another))?.conflicts).toEqual([]);
  expect((await read(another))?.translator).toEqual({ id: translator.id, name: 'Translator translat01' });
});

test('the history is told by those who may know, with what was written', async () => {
  await own.db.translationSave.updateMany({ data: { settledAt: now } });
  expect(await offerTranslation({ ...asked(translator), seen: 1 }, own.db)).toEqual({ ok: true });
  await returnTranslation({ ...asked(editor), because: 'The title.' }, own.db);
  await takeOverTranslation(asked(another), own.db);
  const told = async (actor: Actor) =>
    (await read(actor))?.story.map((event) => [eventSentence(event, 'en'), event.facts.words ?? '']);
  expect(await told(translator)).toEqual([
    ['Translator translat01 took up the translation into French', ''],
    ['Translator translat01 finished the translation into French; it waits for approval', ''],
    ['Editor editor0001 asked for changes to the translation into French', 'The title.'],
    ['Translator translat02 took the translation into French over from Translator translat01', ''],
  ]);
  expect((await told(officer))?.[2]).toEqual([
    ...['An editor asked for changes to the translation into French', 'The title.'],
  ]);
  expect((await read(translator))?.hasWritten).toBe(true);
});

test('once it is approved, what readers see is told by number, and the changes of the original part by part', async () => {
  await offerTranslation({ ...asked(another), seen: 1 }, own.db);
  expect(await mayOf(translator)).toEqual([]);
  expect(await mayOf(editor)).toEqual(['return', 'approve']);
  const seen = (await read(editor))?.translation?.version ?? 0;
  expect(await approveTranslation({ ...asked(editor), seen }, own.db)).toEqual({ ok: true });
  await revise({ purpose: 'To meet more often.', impact: null });
  const text = await read(another);
  expect(text).toMatchObject({
    ...{ newest: 2, changed: ['purpose', 'impact'], before: { number: 1, language: 'en' } },
    ...{ publications: [{ number: 1, at: now, madeFrom: 1 }], published: { fields: french } },
  });
  expect(text?.before?.fields.purpose).toBe('To meet.');
});

test('where the original is in another language now, no words are compared', async () => {
  await revise({ originalLanguage: 'de' });
  expect(await read(another)).toMatchObject({
    ...{ changed: [], before: { language: 'en' }, original: { language: 'de' } },
  });
  expect(await read(another, 'de')).toBeNull();
});
