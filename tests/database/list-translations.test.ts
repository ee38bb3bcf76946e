import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { TextFields } from '#domain/translation';
import { emptyTranslationFilter, type TranslationFilter } from '#domain/translation-filter';
import { drawId } from '#lib/draw-id';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { approveTranslation } from '#server/translations/commands/approve-translation';
import { beginTranslation } from '#server/translations/commands/begin-translation';
import { keepMachineDraft } from '#server/translations/commands/keep-machine-draft';
import { offerTranslation } from '#server/translations/commands/offer-translation';
import { returnTranslation } from '#server/translations/commands/return-translation';
import { listTranslations } from '#server/translations/queries/list';
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
import { addPractice } from '#tests/support/published-practice';
import { writeWords } from '#tests/support/translations';
import { addTranslator } from '#tests/support/translators';

const now = new Date('2026-11-25T12:00:00Z');
const text = {
  ...{ title: 'Café des langues', summary: 'Des voisins.', purpose: 'Se rencontrer.' },
  ...{ rationale: 'Peu.', process: 'La bibliothèque.', impact: 'Beaucoup.' },
};
let own: TestDatabase;
let author: Actor;
let editor: Actor;
let translator: Actor;
let other: Actor;
let practiceId: string;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  await addChoices(own.db);
  author = await addOfficer(own.db, 'author0001');
  editor = await addEditor(own.db, 'editor0001');
  translator = await addTranslator(own.db, 'translat01');
  other = await addTranslator(own.db, 'translat02');
  ({ practiceId } = await addPublished(own.db, { author, editor, now }));
});

afterAll(() => own.drop());

const list = (actor: Actor, filter: Partial<TranslationFilter> = {}) =>
  listTranslations({ actor, filter: { ...emptyTranslationFilter, ...filter } }, own.db);
const lines = async (...asked: Parameters<typeof list>) =>
  (await list(...asked)).rows.map(
    ({ language, state, waits }) => `${language} ${state}${waits ? ', waits' : ''}`,
  );

const asked = (actor: Actor, language = 'fr') => ({ actor, practiceId, language, now });

async function offer(actor: Actor, language: string, seen = 1) {
  await writeWords(own.db, { practiceId, language }, text);
  expect(await offerTranslation({ ...asked(actor, language), seen }, own.db)).toEqual({ ok: true });
}

test('languages of the interface have a line before anybody began, and one that is asked for', async () => {
  expect(await lines(translator)).toEqual(['ar none', 'fr none', 'sq none']);
  expect(await lines(translator, { language: 'de' })).toEqual(['de none']);
  expect(await lines(translator, { language: 'en' })).toEqual([]);
  expect((await list(translator)).rows[0]).toEqual({
    ...{ practiceId, slug: 'cafe-of-languages', originalLanguage: 'en', title: 'Café of languages' },
    ...{ language: 'ar', state: 'none', isPublic: false, isReturned: false, translator: null },
    ...{ since: null, changed: 0, waits: false },
  });
});

test('what waits for a person comes first, and waits for nobody else', async () => {
  await beginTranslation(asked(translator), own.db);
  await beginTranslation(asked(translator, 'uk'), own.db);
  await keepMachineDraft(
    { ...asked(translator, 'sq'), fields: TextFields.parse(text), machine: 'libretranslate', madeFrom: 1 },
    own.db,
  );
  expect(await lines(translator)).toEqual(['fr draft, waits', 'uk draft, waits', 'sq machine', 'ar none']);
  expect(await lines(other)).toEqual(['sq machine', 'ar none', 'fr draft', 'uk draft']);
  await offer(translator, 'fr');
  await offer(translator, 'uk');
  expect(await lines(other)).toEqual(['fr ready, waits', 'uk ready, waits', 'sq machine', 'ar none']);
  expect(await lines(translator)).toEqual(['sq machine', 'ar none', 'fr ready', 'uk ready']);
  expect(await lines({ ...editor, hasSecondFactor: false })).toEqual([]);
  await returnTranslation({ ...asked(other, 'uk'), because: 'Shorter.' }, own.db);
  const mended = await list(translator);
  expect(mended.rows[0]).toMatchObject({ language: 'uk', state: 'draft', isReturned: true, waits: true });
  expect(mended.counts).toEqual({ ready: 1, draft: 1, machine: 1, none: 1, outdated: 0, approved: 0 });
});

test('who wrote in it since it was approved last does not decide', async () => {
  await own.db.translationSave.create({
    data: {
      translation: { connect: { practiceId_language: { practiceId, language: 'fr' } } },
      account: { connect: { id: other.id } },
      ...{ version: 9, id: 's9', base: 8, changed: { title: 'Mine' } },
    },
  });
  expect((await list(other, { state: 'ready' })).rows.map(({ waits }) => waits)).toEqual([false]);
  expect((await list(editor, { state: 'ready' })).rows.map(({ waits }) => waits)).toEqual([true]);
});

test('an outdated text says how many parts of the original say something else, and since when', async () => {
  const { version } = await own.db.translation.findFirstOrThrow({ where: { language: 'fr' } });
  expect(await approveTranslation({ ...asked(editor), seen: version }, own.db)).toEqual({ ok: true });
  expect(await lines(translator, { state: 'approved' })).toEqual(['fr approved']);
  const later = new Date('2026-12-01T12:00:00Z');
  const fields = { ...filledFields, purpose: 'To let neighbours meet.', transfer: 'A room.', summary: ' ' };
  const id = await addRevision(own.db, {
    ...{ practiceId, author, fields: { ...fields, summary: filledFields.summary } },
  });
  await takeToAccepted(own.db, { id, author, editor, now: later });
  expect(
    await publishSubmission({ actor: editor, id, note: 'New', letter, now: later }, own.db),
  ).toMatchObject({
    ok: true,
  });
  expect((await list(translator, { state: 'outdated' })).rows).toMatchObject([
    { language: 'fr', isPublic: true, changed: 2, since: later, translator: { id: translator.id } },
  ]);
  await beginTranslation({ ...asked(other), now: later }, own.db);
  expect((await list(other, { mine: true })).rows).toMatchObject([
    { language: 'fr', state: 'draft', isPublic: true, changed: 2 },
  ]);
});

test('who speaks for an example sees that alone, others nothing', async () => {
  const otherCity = { id: 'otherpract', slug: 'other', title: 'Tea % garden', cityId: 'galway' };
  await addPractice(own.db, { ...otherCity, publishedAt: now });
  expect((await list(author)).rows.every((row) => row.practiceId === practiceId)).toBe(true);
  expect((await list(translator, { state: 'none' })).counts.none).toBe(4);
  const stranger = await addOfficer(own.db, 'stranger01');
  expect(await lines(stranger)).toEqual([]);
  const officer = { ...stranger, cities: [{ id: 'galway', confirmed: true }] };
  expect(await lines(officer)).toEqual(['ar none', 'fr none', 'sq none']);
  expect(await lines({ ...officer, cities: [{ id: 'galway', confirmed: false }] })).toEqual([]);
});

test('words are found in the title of either language, in any case, with or without accents', async () => {
  expect(await lines(other, { q: 'CAFE langues', language: 'fr' })).toEqual(['fr draft, waits']);
  expect((await list(other, { q: 'tea' })).counts.none).toBe(3);
  expect((await list(other, { q: '%' })).rows.map(({ title }) => title)).toEqual([
    ...['Tea % garden', 'Tea % garden', 'Tea % garden'],
  ]);
});

test('pages end where the lines do', async () => {
  for (let count = 0; count < 10; count += 1)
    await addPractice(own.db, {
      ...{ id: drawId(), slug: `page-${count}`, title: `Page ${count}`, cityId: 'galway', publishedAt: now },
    });
  const first = await list(other, { q: 'page' });
  expect([first.pageCount, first.rows.length]).toEqual([2, 25]);
  const last = await list(other, { q: 'page', page: 9 });
  expect([last.filter.page, last.rows.length]).toEqual([2, 5]);
  expect(new Set([...first.rows, ...last.rows].map((row) => `${row.practiceId} ${row.language}`)).size).toBe(
    30,
  );
});
