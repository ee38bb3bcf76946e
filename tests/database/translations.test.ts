import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { TextFields } from '#domain/translation';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { approveTranslation } from '#server/translations/commands/approve-translation';
import { beginTranslation, takeOverTranslation } from '#server/translations/commands/begin-translation';
import { discardMachineDraft, keepMachineDraft } from '#server/translations/commands/keep-machine-draft';
import { offerTranslation, takeBackTranslation } from '#server/translations/commands/offer-translation';
import { returnTranslation } from '#server/translations/commands/return-translation';
import { withdrawTranslation } from '#server/translations/commands/withdraw-translation';
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
import { addApproved, addOffered, newestOf, writeWords } from '#tests/support/translations';
import { addTranslator } from '#tests/support/translators';

const now = new Date('2026-11-25T12:00:00Z');
const later = new Date('2026-11-26T12:00:00Z');
const late = { ok: false, reason: 'not-possible' };
const hidden = { ok: false, reason: 'not-found' };
let own: TestDatabase;
let author: Actor;
let editor: Actor;
let translator: Actor;
let second: Actor;
let stranger: Actor;
let practiceId = '';

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  await addChoices(own.db);
  author = await addOfficer(own.db, 'author0001');
  stranger = await addOfficer(own.db, 'stranger01');
  editor = await addEditor(own.db, 'editor0001');
  translator = await addTranslator(own.db, 'translat01', 'fr');
  second = await addTranslator(own.db, 'translat02');
});

afterAll(async () => {
  const { database } = await import('#server/platform/db');
  await database().$disconnect();
  await own.drop();
  vi.unstubAllEnvs();
});

let titles = 0;
/** Every test has an example of its own. */
beforeEach(async () => {
  titles += 1;
  const title = `Table of neighbours ${titles}`;
  ({ practiceId } = await addPublished(own.db, { author, editor, fields: { ...filledFields, title }, now }));
});

const words: Partial<TextFields> = {
  ...{ title: 'Table des voisins', summary: 'On mange ensemble.', purpose: 'Se connaître.' },
  ...{ rationale: 'Personne ne se parlait.', process: 'Une table par rue.', impact: '400 convives.' },
};
const french = (actor: Actor) => ({ actor, practiceId, language: 'fr', now: later });
const approvedFrench = () =>
  addApproved(own.db, { ...french(translator), translator, approver: editor, words });
const rowOf = (language = 'fr') =>
  own.db.translation.findUniqueOrThrow({ where: { practiceId_language: { practiceId, language } } });
const textOf = (language = 'fr') =>
  own.db.practiceText.findUnique({ where: { practiceId_language: { practiceId, language } } });
const mailsOf = async (kind: string) =>
  (await own.db.outboxMail.findMany({ where: { kind } })).map(({ to, subject }) => `${to} ${subject}`);
async function revise(changes: Partial<typeof filledFields>) {
  const { content } = await own.db.practiceVersion.findFirstOrThrow({
    where: { practiceId },
    orderBy: { number: 'desc' },
  });
  const { fieldsOfContent, PracticeContent } = await import('#domain/practice-content');
  const fields = {
    ...filledFields,
    ...fieldsOfContent(PracticeContent.parse(content)),
    agreed: 'yes',
    ...changes,
  };
  const contact = { contactName: filledFields.contactName, contactEmail: filledFields.contactEmail };
  const id = await addRevision(own.db, { practiceId, author, fields: { ...fields, ...contact } });
  await takeToAccepted(own.db, { id, author, editor, now: later });
  const published = await publishSubmission({ actor: editor, id, note: '', letter, now: later }, own.db);
  expect(published).toEqual({ ok: true });
}
async function readFrench() {
  const { readPractice } = await import('#server/catalogue/queries/record');
  const { slug } = await own.db.practiceSlug.findFirstOrThrow({ where: { practiceId, current: true } });
  const found = await readPractice(slug, { locale: 'fr', now: later });
  if (found.found !== 'current') throw new Error(found.found);
  return found.practice;
}

describe('from the first word to the reader', () => {
  test('a translation is begun empty, offered, approved by somebody else, and what readers see', async () => {
    expect((await readFrench()).language).toBe('en');
    expect(await beginTranslation(french(translator), own.db)).toEqual({ ok: true });
    expect(await rowOf()).toMatchObject({ state: 'draft', translatorId: translator.id, madeFrom: 1 });
    expect(TextFields.parse((await rowOf()).fields).title).toBe('');
    await writeWords(own.db, french(translator), words);
    expect((await readFrench()).language, 'a draft is not read').toBe('en');
    expect(await offerTranslation({ ...french(translator), seen: 1 }, own.db)).toEqual({ ok: true });
    expect((await rowOf()).state).toBe('ready');
    expect(await approveTranslation({ ...french(editor), seen: 2 }, own.db)).toEqual({ ok: true });
    expect(await rowOf()).toMatchObject({ state: 'approved', approvedAs: 2 });
    expect(await textOf()).toMatchObject({
      ...{ title: 'Table des voisins', state: 'approved', madeFrom: 1, resources: null },
    });
    expect(await readFrench()).toMatchObject({ language: 'fr', title: 'Table des voisins' });
  });

  test('it says who did what, in the history of its practice', async () => {
    await approvedFrench();
    const events = await own.db.practiceEvent.findMany({
      where: { practiceId, kind: { startsWith: 'translation-' } },
      orderBy: { id: 'asc' },
    });
    expect(events).toMatchObject([
      { kind: 'translation-begun', actor: translator.id, before: { state: null }, after: { state: 'draft' } },
      { kind: 'translation-offered', actor: translator.id, data: { language: 'fr', version: 1 } },
      { kind: 'translation-approved', actor: editor.id, data: { language: 'fr', number: 1, version: 1 } },
    ]);
    const versions = await own.db.practiceTextVersion.findMany({ where: { practiceId } });
    expect(versions).toMatchObject([
      {
        ...{ language: 'fr', number: 1, madeFrom: 1, translatedBy: translator.id, approvedBy: editor.id },
        content: { title: 'Table des voisins' },
      },
    ]);
    // No version of the practice: a revision that is under way is not overtaken by it.
    expect(await newestOf(own.db, practiceId)).toBe(1);
  });

  test('editors hear that it waits, its translator that it is published, each in their language', async () => {
    await own.db.outboxMail.deleteMany();
    await approvedFrench();
    expect(await mailsOf('translation-offered')).toEqual([
      `editor0001@catalogue.example To approve: “Table of neighbours ${titles}” in French`,
    ]);
    expect(await mailsOf('translation-decided')).toEqual([
      `translat01@words.example Publié : « Table of neighbours ${titles} » en français`,
    ]);
  });

  test('the loader of files leaves the practice alone from then on', async () => {
    const before = await own.db.practice.findUniqueOrThrow({ where: { id: practiceId } });
    await approvedFrench();
    const after = await own.db.practice.findUniqueOrThrow({ where: { id: practiceId } });
    expect(after.version).toBe(before.version + 1);
    expect(after.publicVersion).toBeGreaterThan(before.publicVersion);
  });
});

describe('what keeps it from readers', () => {
  test('a part that the original has and it has not, or one that is too long', async () => {
    await beginTranslation(french(translator), own.db);
    await writeWords(own.db, french(translator), { ...words, impact: ' ', title: 'é'.repeat(201) });
    expect(await offerTranslation({ ...french(translator), seen: 1 }, own.db)).toEqual({
      ...{ ok: false, reason: 'incomplete' },
      problems: [
        { name: 'title', reason: 'too-long', count: 201, limit: 200 },
        { name: 'impact', reason: 'missing' },
      ],
    });
    expect((await rowOf()).state).toBe('draft');
  });

  test('an original that changed while its page was open', async () => {
    await beginTranslation(french(translator), own.db);
    await writeWords(own.db, french(translator), words);
    await revise({ impact: 'Everybody came.' });
    const offer = (seen: number) => offerTranslation({ ...french(translator), seen }, own.db);
    expect(await offer(1)).toEqual({ ok: false, reason: 'original-changed' });
    expect(await offer(2)).toEqual({ ok: true });
    expect((await rowOf()).madeFrom).toBe(2);
  });

  test('the same pair of eyes: who wrote in it since, translator or not, does not approve it', async () => {
    const all: Actor = { ...translator, roles: ['translator', 'editor'], hasSecondFactor: true };
    await addOffered(own.db, { ...french(all), translator: all, words });
    expect(await approveTranslation({ ...french(all), seen: 2 }, own.db)).toEqual(late);
    expect(await takeBackTranslation(french(all), own.db)).toEqual({ ok: true });
    expect(await takeOverTranslation(french(second), own.db)).toEqual({ ok: true });
    expect(await offerTranslation({ ...french(second), seen: 1 }, own.db)).toEqual({ ok: true });
    expect(await approveTranslation({ ...french(all), seen: 2 }, own.db), 'wrote it before').toEqual(late);
    expect(await approveTranslation({ ...french(second), seen: 2 }, own.db)).toEqual(late);
    expect(await approveTranslation({ ...french(editor), seen: 2 }, own.db)).toEqual({ ok: true });
  });

  test('words that nobody has read: it was taken back and changed since the page was opened', async () => {
    await addOffered(own.db, { ...french(translator), translator, words });
    await takeBackTranslation(french(translator), own.db);
    await writeWords(own.db, french(translator), { title: 'Autre titre' });
    await offerTranslation({ ...french(translator), seen: 1 }, own.db);
    const seen = { ...french(editor), seen: 2 };
    expect(await approveTranslation(seen, own.db)).toEqual({ ok: false, reason: 'changed' });
    expect(await textOf()).toBeNull();
  });

  test('somebody who asks for changes says which; its translator reads it and hears of it', async () => {
    await addOffered(own.db, { ...french(translator), translator, words });
    const back = (because: string) => returnTranslation({ ...french(second), because }, own.db);
    expect(await back(' \n')).toEqual({ ok: false, reason: 'no-reason' });
    expect(await back('x'.repeat(2001))).toEqual({ ok: false, reason: 'too-long' });
    expect(await back('« convives » ou « invités » ?')).toEqual({ ok: true });
    expect(await rowOf()).toMatchObject({ state: 'draft', returnedFor: '« convives » ou « invités » ?' });
    const mail = await own.db.outboxMail.findFirstOrThrow({
      where: { kind: 'translation-decided' },
      orderBy: { createdAt: 'desc' },
    });
    expect(
      (await own.db.outboxMail.findMany({ where: { kind: 'translation-decided' } })).some(({ text }) =>
        text.includes('convives'),
      ),
    ).toBe(true);
    expect(mail.to).toBe('translat01@words.example');
    await offerTranslation({ ...french(translator), seen: 1 }, own.db);
    expect((await rowOf()).returnedFor).toBe('');
  });
});

describe('who may', () => {
  test('a translator, an editor, and who wrote the example; nobody else knows of it', async () => {
    expect(await beginTranslation(french(stranger), own.db)).toEqual(hidden);
    expect(await beginTranslation(french({ ...editor, hasSecondFactor: false }), own.db)).toEqual(hidden);
    expect(await beginTranslation(french(author), own.db)).toEqual({ ok: true });
    expect(await beginTranslation(french(translator), own.db)).toEqual(late);
    expect(await offerTranslation({ ...french(translator), seen: 1 }, own.db)).toEqual(late);
    expect(await takeOverTranslation(french(translator), own.db)).toEqual({ ok: true });
    expect(await offerTranslation({ ...french(author), seen: 1 }, own.db)).toEqual(late);
  });

  test('an author translates, and does not approve', async () => {
    await addOffered(own.db, { ...french(translator), translator, words });
    expect(await approveTranslation({ ...french(author), seen: 2 }, own.db)).toEqual(late);
    expect(await withdrawTranslation({ ...french(author), because: 'x' }, own.db)).toEqual(late);
  });

  test.each([
    ['the language it is written in', 'en'],
    ['a language that is none', 'xx'],
    ['what only looks like one', "fr' or true"],
  ])('there is no translation into %s', async (_, language) => {
    expect(await beginTranslation({ ...french(translator), language }, own.db)).toEqual(hidden);
  });

  test('there is none of an example that was taken out of the catalogue', async () => {
    await own.db.practice.update({ where: { id: practiceId }, data: { status: 'archived' } });
    expect(await beginTranslation(french(translator), own.db)).toEqual(hidden);
  });

  test('twice is once', async () => {
    await addOffered(own.db, { ...french(translator), translator, words });
    const approve = () => approveTranslation({ ...french(editor), seen: 2 }, own.db);
    expect(await Promise.all([approve(), approve(), approve()])).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    expect(await own.db.practiceTextVersion.count({ where: { practiceId } })).toBe(1);
  });
});

describe('when the original changes', () => {
  test('readers keep what was approved, and it is marked; its translator is told', async () => {
    await approvedFrench();
    await revise({ impact: 'Everybody came.' });
    expect(await rowOf()).toMatchObject({ state: 'outdated', madeFrom: 1 });
    expect(await textOf()).toMatchObject({ state: 'outdated', madeFrom: 1, title: 'Table des voisins' });
    expect((await readFrench()).title).toBe('Table des voisins');
    expect(await mailsOf('translation-outdated')).toContain(
      `translat01@words.example L’original a changé : « Table of neighbours ${titles} »`,
    );
  });

  test('it is brought up to date beside what readers see, and approved anew', async () => {
    await approvedFrench();
    await revise({ impact: 'Everybody came.' });
    expect(await beginTranslation(french(second), own.db)).toEqual({ ok: true });
    expect(await rowOf()).toMatchObject({ state: 'draft', translatorId: second.id, madeFrom: 1 });
    await writeWords(own.db, french(second), { impact: 'Tout le monde est venu.' });
    expect((await textOf())?.impact).toBe('400 convives.');
    await offerTranslation({ ...french(second), seen: 2 }, own.db);
    const { version: seen } = await rowOf();
    // Its former translator wrote nothing since the last approval.
    expect(await approveTranslation({ ...french(translator), seen }, own.db)).toEqual({ ok: true });
    expect(await textOf()).toMatchObject({
      ...{ state: 'approved', madeFrom: 2, impact: 'Tout le monde est venu.' },
    });
    expect(await own.db.practiceTextVersion.count({ where: { practiceId } })).toBe(2);
  });

  test('between handing in and approving, what is approved is out of date at once', async () => {
    await addOffered(own.db, { ...french(translator), translator, words });
    await revise({ impact: 'Everybody came.' });
    expect((await rowOf()).state).toBe('ready');
    expect(await approveTranslation({ ...french(editor), seen: 2 }, own.db)).toEqual({ ok: true });
    expect([(await rowOf()).state, (await textOf())?.state]).toEqual(['outdated', 'outdated']);
  });

  test('in its facts alone, translations stay as they are', async () => {
    await approvedFrench();
    await revise({ years: '2021' });
    expect([(await rowOf()).state, (await textOf())?.state]).toEqual(['approved', 'approved']);
  });

  test('a part that it lost is not published in other languages either', async () => {
    await addApproved(own.db, {
      ...french(translator),
      translator,
      approver: editor,
      words: { ...words, references: 'Rien.' },
    });
    expect((await textOf())?.references).toBeNull();
  });
});

describe('a machine', () => {
  const fields = TextFields.parse({ ...words, title: 'Tableau des voisins' });
  const drafted = (actor = translator) =>
    keepMachineDraft({ ...french(actor), fields, machine: 'libretranslate', madeFrom: 1 }, own.db);

  test('writes a draft that is nobody’s until somebody takes it up', async () => {
    expect(await drafted()).toEqual({ ok: true });
    expect(await rowOf()).toMatchObject({ state: 'machine', translatorId: null, machine: 'libretranslate' });
    expect(await drafted(second), 'once more, in its place').toEqual({ ok: true });
    expect(await textOf()).toBeNull();
    expect(await beginTranslation(french(translator), own.db)).toEqual({ ok: true });
    expect(await rowOf()).toMatchObject({ state: 'draft', translatorId: translator.id });
    expect(TextFields.parse((await rowOf()).fields).title).toBe('Tableau des voisins');
    expect(await drafted(), 'never over what a person works on').toEqual(late);
  });

  test('has its draft thrown away by an editor', async () => {
    await drafted();
    expect(await discardMachineDraft(french(translator), own.db)).toEqual(late);
    expect(await discardMachineDraft(french(editor), own.db)).toEqual({ ok: true });
    expect(await own.db.translation.count({ where: { practiceId } })).toBe(0);
  });
});

describe('withdrawn by an editor', () => {
  test('a text is gone from readers, with its reason kept, and its translator may mend it', async () => {
    await approvedFrench();
    const withdraw = (because: string) => withdrawTranslation({ ...french(editor), because }, own.db);
    expect(await withdraw('')).toEqual({ ok: false, reason: 'no-reason' });
    expect(await withdraw('It says the opposite.')).toEqual({ ok: true });
    expect(await textOf()).toBeNull();
    expect((await readFrench()).language).toBe('en');
    expect(await rowOf()).toMatchObject({ state: 'draft', returnedFor: 'It says the opposite.' });
  });

  test('so is one that was loaded from files, which nobody translated here', async () => {
    await own.db.practiceText.create({ data: { practiceId, language: 'fr', title: 'Table', madeFrom: 1 } });
    expect(await withdrawTranslation({ ...french(editor), because: 'No.' }, own.db)).toEqual({ ok: true });
    expect([await textOf(), await own.db.translation.count({ where: { practiceId } })]).toEqual([null, 0]);
  });
});

test('what was loaded from files is brought up to date with its words as they stand', async () => {
  await own.db.practiceText.create({
    data: { practiceId, language: 'fr', title: 'Table', purpose: 'Se connaître.', madeFrom: 1 },
  });
  expect(await beginTranslation(french(translator), own.db)).toEqual({ ok: true });
  const fields = TextFields.parse((await rowOf()).fields);
  expect([fields.title, fields.purpose, fields.impact]).toEqual(['Table', 'Se connaître.', '']);
});
