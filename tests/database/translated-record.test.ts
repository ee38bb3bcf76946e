import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { emptyFilter } from '#domain/catalogue-filter';
import type { PracticeRecord } from '#domain/practice';
import { TextFields } from '#domain/translation';
import type { Locale } from '#i18n/locales';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { approveTranslation } from '#server/translations/commands/approve-translation';
import { beginTranslation } from '#server/translations/commands/begin-translation';
import { discardMachineDraft, keepMachineDraft } from '#server/translations/commands/keep-machine-draft';
import { offerTranslation, takeBackTranslation } from '#server/translations/commands/offer-translation';
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
import { addApproved, addOffered } from '#tests/support/translations';
import { addTranslator } from '#tests/support/translators';

const days = (count: number) => new Date(Date.UTC(2026, 10, count, 12));
const parts = ['title', 'summary', 'purpose', 'rationale', 'process', 'impact'] as const;
const now = days(1);

let own: TestDatabase;
let author: Actor;
let editor: Actor;
let translator: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  vi.stubEnv('MACHINE_DRAFTS', 'shown');
  author = await addOfficer(own.db, 'author0001');
  editor = await addEditor(own.db, 'editor0001');
  translator = await addTranslator(own.db, 'trans00001');
  await addChoices(own.db);
});

afterAll(async () => {
  const { database } = await import('#server/platform/db');
  await database().$disconnect();
  await own.drop();
  vi.unstubAllEnvs();
});

const published = async (title: string) =>
  (await addPublished(own.db, { author, editor, fields: { ...filledFields, title }, now })).practiceId;

async function revise(practiceId: string, fields: typeof filledFields, at: Date): Promise<void> {
  const id = await addRevision(own.db, { practiceId, author, fields });
  await takeToAccepted(own.db, { id, author, editor, now: at });
  const done = await publishSubmission({ actor: editor, id, note: '', letter, now: at }, own.db);
  expect(done).toEqual({ ok: true });
}

/** What a translation says here: each part its name and the language, "title in fr". */
const wordsIn = (language: string) =>
  Object.fromEntries(parts.map((name) => [name, `${name} in ${language}`]));
const fieldsIn = (language: string) => TextFields.parse(wordsIn(language));

const approve = (practiceId: string, language: string, at: Date) =>
  addApproved(own.db, {
    ...{ practiceId, language, translator, approver: editor, now: at },
    words: wordsIn(`${language}, ${at.getUTCDate()}`),
  });

async function read(slug: string, locale: Locale, language?: string): Promise<PracticeRecord | null> {
  const { readPractice } = await import('#server/catalogue/queries/record');
  const found = await readPractice(slug, { locale, language, now });
  return found.found === 'current' ? found.practice : null;
}

async function lookUp(path: string) {
  const { lookUpPath } = await import('#server/catalogue/queries/address');
  return (await lookUpPath(path.split('/'))).practice?.found;
}

/** What a request to the list would tell of a language: how many examples have it, and what searching for its words finds. */
async function listed(language: string, q = '') {
  const { readListing } = await import('#server/catalogue/queries/listing');
  const { facets, cards } = await readListing({ ...emptyFilter, q }, { locale: 'en', now });
  const option = facets.language.find(({ value }) => value === language);
  return { count: option?.count ?? 0, titles: cards.map(({ title }) => title) };
}

async function cardOf(slug: string, locale: Locale) {
  const { readListing } = await import('#server/catalogue/queries/listing');
  const { cards } = await readListing(emptyFilter, { locale, now });
  return cards.find((card) => card.slug === slug);
}

const publicVersion = async () => (await import('#server/catalogue/queries/version')).publicVersion();

describe('a translation', () => {
  test('counts as a language, and is read, from its approval until it is withdrawn', async () => {
    const practiceId = await published('Bridges');
    const asked = { practiceId, language: 'pt', now };
    const nobodySees = async (state: string) => {
      expect(await listed('pt', 'purpose in pt'), state).toEqual({ count: 0, titles: [] });
      expect(await lookUp('practices/bridges/pt'), state).toBe('none');
      expect((await read('bridges', 'en'))?.languages, state).toEqual(['en']);
    };
    await nobodySees('not begun');
    await keepMachineDraft(
      { ...asked, actor: translator, fields: fieldsIn('pt'), machine: 'deepl', madeFrom: 1 },
      own.db,
    );
    expect(await listed('pt', 'purpose in pt')).toEqual({ count: 0, titles: [] });
    expect((await read('bridges', 'en'))?.languages).toEqual(['en']);
    await addOffered(own.db, { ...asked, translator, words: wordsIn('pt, 2') });
    await nobodySees('ready');
    await takeBackTranslation({ ...asked, actor: translator }, own.db);
    await nobodySees('draft');
    await offerTranslation({ ...asked, actor: translator, seen: 1 }, own.db);
    const { version: seen } = await own.db.translation.findFirstOrThrow({ where: { practiceId } });
    await approveTranslation({ ...asked, actor: editor, seen }, own.db);
    expect(await listed('pt', 'purpose in pt')).toEqual({ count: 1, titles: ['Bridges'] });
    expect(await lookUp('practices/bridges/pt')).toBe('current');
    expect(await read('bridges', 'en', 'pt')).toMatchObject({
      ...{ language: 'pt', languages: ['en', 'pt'], title: 'title in pt, 2', machineLanguages: [] },
      translation: { machine: null, changed: null },
    });
    await withdrawTranslation({ ...asked, actor: editor, because: 'Wrong.' }, own.db);
    await nobodySees('withdrawn');
  });

  test('that is out of date says since when, and which versions tell the difference; it stays where it is', async () => {
    const practiceId = await published('Gardens');
    await approve(practiceId, 'fr', days(2));
    expect((await read('gardens', 'fr'))?.translation).toEqual({ machine: null, changed: null });
    const fields = { ...filledFields, title: 'Gardens', impact: 'All came.' };
    await revise(practiceId, fields, days(3));
    await revise(practiceId, { ...fields, years: '2020' }, days(4));
    const changed = { at: days(3), versions: [1, 3] };
    expect(await read('gardens', 'fr')).toMatchObject({
      ...{ language: 'fr', title: 'title in fr, 2', languages: ['en', 'fr'] },
      translation: { machine: null, changed },
    });
    expect((await read('gardens', 'fr', 'en'))?.translation).toBeNull();
    expect(await listed('fr', 'impact in fr')).toEqual({ count: 1, titles: ['Gardens'] });
    expect(await cardOf('gardens', 'fr')).toMatchObject({ language: 'fr', title: 'title in fr, 2' });
    expect(await cardOf('gardens', 'sq')).toMatchObject({ language: 'en', title: 'Gardens' });
    const { listPracticeAddresses } = await import('#server/catalogue/queries/listing');
    const addresses = await listPracticeAddresses();
    expect(addresses.find(({ slug }) => slug === 'gardens')?.languages).toEqual(['en', 'fr']);

    const { readVersions } = await import('#server/catalogue/queries/history');
    const versions = await readVersions('gardens', [1, 2, 3], { locale: 'fr', now });
    expect(
      versions.map(({ practice }) => [practice.language, practice.translation?.changed ?? null]),
      'as it was then: the first was kept before there was a translation',
    ).toEqual([
      ['en', null],
      ['fr', { at: days(3), versions: [1, 2] }],
      ['fr', { at: days(3), versions: [1, 3] }],
    ]);
    await approve(practiceId, 'fr', days(5));
    expect((await read('gardens', 'fr'))?.translation).toEqual({ machine: null, changed: null });
  });

  test('that was made from a version nobody kept says that the original changed, and no more', async () => {
    const practiceId = await published('Fountains');
    const where = { practiceId_language: { practiceId, language: 'fr' } };
    await approve(practiceId, 'fr', days(2));
    await own.db.practiceText.update({ where, data: { state: 'outdated', madeFrom: null } });
    expect((await read('fountains', 'fr'))?.translation?.changed).toEqual({ at: null, versions: null });
  });

  test('is told in the history, and to those who read its language in the feed', async () => {
    const practiceId = await published('Harbours');
    await approve(practiceId, 'fr', days(2));
    await revise(practiceId, { ...filledFields, title: 'Harbours', impact: 'All.' }, days(3));
    await approve(practiceId, 'fr', days(4));
    await approve(practiceId, 'sq', days(5));
    const { readHistory } = await import('#server/catalogue/queries/history');
    const history = async () => (await readHistory('harbours', 'en', own.db))?.texts;
    expect(await history()).toEqual([
      { language: 'sq', number: 1, at: days(5), madeFrom: 2, isRead: true },
      { language: 'fr', number: 2, at: days(4), madeFrom: 2, isRead: true },
      { language: 'fr', number: 1, at: days(2), madeFrom: 1, isRead: true },
    ]);
    const { readNews } = await import('#server/catalogue/queries/news');
    const news = async (locale: Locale) =>
      (await readNews(locale, own.db))
        .filter(({ slug, kind }) => slug === 'harbours' && kind === 'translated')
        .map(({ key, title, number }) => [key, title, number]);
    expect(await news('fr')).toEqual([
      [`${practiceId}/text/fr/2`, 'title in fr, 4', 2],
      [`${practiceId}/text/fr/1`, 'title in fr, 4', 1],
    ]);
    expect(await news('en')).toEqual([]);
    const withdrawal = { actor: editor, practiceId, language: 'fr', because: 'Wrong.', now: days(6) };
    await withdrawTranslation(withdrawal, own.db);
    expect(await news('fr')).toEqual([]);
    expect((await history())?.map(({ isRead }) => isRead)).toEqual([true, false, false]);
  });
});

describe('a draft of a machine, where readers may see them', () => {
  const draft = (practiceId: string) => ({
    ...{ actor: translator, practiceId, language: 'sq', now },
    ...{ fields: { ...fieldsIn('sq'), title: 'Xhamadan' }, machine: 'deepl', madeFrom: 1 },
  });

  test('is read at its own address until somebody takes it up, and counts nowhere', async () => {
    const practiceId = await published('Kitchens');
    const before = await publicVersion();
    await keepMachineDraft(draft(practiceId), own.db);
    const kept = await publicVersion();
    expect(kept).not.toBe(before);
    expect(await lookUp('practices/kitchens/sq')).toBe('current');
    expect(await read('kitchens', 'sq', 'sq')).toMatchObject({
      ...{ language: 'sq', languages: ['en'], machineLanguages: ['sq'], title: 'Xhamadan' },
      ...{ approvedBy: null, translation: { machine: 'deepl', changed: null } },
    });
    expect(await read('kitchens', 'sq')).toMatchObject({ language: 'en', machineLanguages: ['sq'] });
    expect((await listed('sq', 'Xhamadan')).titles).toEqual([]);
    const { listPracticeAddresses } = await import('#server/catalogue/queries/listing');
    const addresses = await listPracticeAddresses();
    expect(addresses.find(({ slug }) => slug === 'kitchens')?.languages).toEqual(['en']);

    expect(await beginTranslation({ actor: translator, practiceId, language: 'sq', now }, own.db)).toEqual({
      ok: true,
    });
    expect(await publicVersion()).not.toBe(kept);
    expect(await lookUp('practices/kitchens/sq')).toBe('none');
    expect(await read('kitchens', 'sq', 'sq')).toBeNull();
  });

  test('says that the original changed, and is gone when it is thrown away or a text is approved', async () => {
    const practiceId = await published('Libraries');
    await keepMachineDraft(draft(practiceId), own.db);
    const fields = { ...filledFields, title: 'Libraries' };
    await revise(practiceId, { ...fields, years: '2020' }, days(2));
    expect((await read('libraries', 'en', 'sq'))?.translation).toEqual({ machine: 'deepl', changed: null });
    await revise(practiceId, { ...fields, impact: 'All.' }, days(3));
    const standing = { machine: 'deepl', changed: { at: days(3), versions: [1, 3] } };
    expect((await read('libraries', 'en', 'sq'))?.translation).toEqual(standing);

    const text = { practiceId, language: 'sq', title: 'Bibliotekat' };
    await own.db.practiceText.create({ data: text });
    expect(await read('libraries', 'sq', 'sq')).toMatchObject({ title: 'Bibliotekat', machineLanguages: [] });
    await own.db.practiceText.delete({ where: { practiceId_language: { practiceId, language: 'sq' } } });
    const before = await publicVersion();
    await discardMachineDraft({ actor: editor, practiceId, language: 'sq', now }, own.db);
    expect(await publicVersion()).not.toBe(before);
    expect(await lookUp('practices/libraries/sq')).toBe('none');
  });
});
