import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { emptyFilter } from '#domain/catalogue-filter';
import { contentText, fieldsOfContent, PracticeContent } from '#domain/practice-content';
import { TextFields } from '#domain/translation';
import { changedParts } from '#domain/translation-check';
import { diffTexts } from '#lib/text-diff';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { readOriginalOf } from '#server/translations/select/original';
import { findStanding } from '#server/translations/select/translation';
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
import { addApproved } from '#tests/support/translations';
import { addTranslator } from '#tests/support/translators';

const now = new Date('2026-11-25T12:00:00Z');
const later = new Date('2026-11-26T12:00:00Z');
const languages = ['fr', 'ar'] as const;
let own: TestDatabase;
let author: Actor;
let editor: Actor;
let translator: Actor;
let ids: string[] = [];

const wordsOf = (number: number, language: 'fr' | 'ar') =>
  language === 'fr'
    ? {
        ...{ title: `Table des voisins ${number}`, summary: 'On mange ensemble.', purpose: 'Se connaître.' },
        ...{ rationale: 'Personne ne se parlait.', process: 'Une table par rue.', impact: '400 convives.' },
      }
    : {
        ...{ title: `مائدة الجيران ${number}`, summary: 'نأكل معًا.', purpose: 'أن نتعارف.' },
        ...{ rationale: 'لم يكن أحد يكلم أحدًا.', process: 'مائدة في كل شارع.', impact: '400 ضيف.' },
      };

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  await addChoices(own.db);
  author = await addOfficer(own.db, 'author0001');
  editor = await addEditor(own.db, 'editor0001');
  translator = await addTranslator(own.db, 'translat01', 'fr');
  for (let number = 0; number < 10; number += 1) {
    const fields = {
      ...{ ...filledFields, title: `Table of neighbours ${number}` },
      impact: 'In its first year 400 people ate at it, most of them for the first time.',
    };
    const { practiceId } = await addPublished(own.db, { author, editor, fields, now });
    for (const language of languages)
      await addApproved(own.db, {
        ...{ practiceId, language, translator, approver: editor, now },
        words: wordsOf(number, language),
      });
    ids = [...ids, practiceId];
  }
});

afterAll(async () => {
  const { database } = await import('#server/platform/db');
  await database().$disconnect();
  await own.drop();
  vi.unstubAllEnvs();
});

const statesOf = async () => {
  const rows = await own.db.practiceText.findMany({ where: { language: { in: [...languages] } } });
  return ids.map((id) =>
    rows
      .filter(({ practiceId }) => practiceId === id)
      .map(({ state }) => state)
      .join(' '),
  );
};
const read = async (practiceId: string, locale: 'en' | 'fr' | 'ar') => {
  const { readPractice } = await import('#server/catalogue/queries/record');
  const { slug } = await own.db.practiceSlug.findFirstOrThrow({ where: { practiceId, current: true } });
  const found = await readPractice(slug, { locale, now: later });
  if (found.found !== 'current') throw new Error(found.found);
  const { language, title, sections } = found.practice;
  const { language: _, ...parts } = Object.fromEntries(
    sections.map(({ name, markdown }) => [name, markdown]),
  );
  return { language, title, ...parts };
};
const counted = async () => {
  const { readListing } = await import('#server/catalogue/queries/listing');
  const { facets } = await readListing(emptyFilter, { locale: 'en', now: new Date() });
  return Object.fromEntries(facets.language.map(({ value, count }) => [value, count]));
};

test('ten records are read in three languages each', async () => {
  expect(await counted()).toEqual({ en: 10, fr: 10, ar: 10 });
  for (const [number, id] of ids.entries()) {
    expect(await read(id, 'en')).toMatchObject({ language: 'en', title: `Table of neighbours ${number}` });
    for (const language of languages)
      expect(await read(id, language)).toMatchObject({ language, ...withoutSummary(number, language) });
  }
});

function withoutSummary(number: number, language: 'fr' | 'ar') {
  const { summary: _, ...words } = wordsOf(number, language);
  return words;
}

test('the original of one is edited: its translations are outdated, readers keep them, and what changed is told exactly', async () => {
  const [practiceId = ''] = ids.slice(3);
  const { content } = await own.db.practiceVersion.findFirstOrThrow({ where: { practiceId } });
  const before = fieldsOfContent(PracticeContent.parse(content));
  const contact = { contactName: filledFields.contactName, contactEmail: filledFields.contactEmail };
  const impact = `${before.impact.replace('400', '650')}\n\nA second street joined.`;
  const fields = { ...filledFields, ...before, ...contact, agreed: 'yes', impact };
  expect(before.impact, 'there is a number to change').toContain('400');
  const id = await addRevision(own.db, { practiceId, author, fields });
  await takeToAccepted(own.db, { id, author, editor, now: later });
  const note = 'New figures.';
  expect(await publishSubmission({ actor: editor, id, note, letter, now: later }, own.db)).toEqual({
    ok: true,
  });

  expect(await statesOf()).toEqual(
    ids.map((one) => (one === practiceId ? 'outdated outdated' : 'approved approved')),
  );
  expect(await counted(), 'readers lose nothing').toEqual({ en: 10, fr: 10, ar: 10 });
  expect((await read(practiceId, 'en')).title).toBe('Table of neighbours 3');
  for (const language of languages)
    expect(await read(practiceId, language)).toMatchObject({ language, ...withoutSummary(3, language) });

  const standing = await findStanding(own.db, { practiceId, language: 'fr' });
  if (!standing?.translation) throw new Error('no translation');
  const then = await readOriginalOf(own.db, practiceId, standing.translation.madeFrom);
  const present = standing.original;
  const text = TextFields.parse(then?.fields);
  expect(changedParts(text, present.fields)).toEqual(['impact']);
  const changes = diffTexts(text.impact, present.fields.impact, 'en');
  const told = changes.flatMap((block) =>
    block.kind === 'changed' ? block.parts : block.kind === 'same' ? [] : [block],
  );
  expect(told.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '400' },
    { kind: 'added', text: '650' },
    { kind: 'added', text: 'A second street joined.' },
  ]);

  const kept = PracticeContent.parse(
    (await own.db.practiceVersion.findFirstOrThrow({ where: { practiceId, number: 2 } })).content,
  );
  expect(contentText(kept, 'fr'), 'the version says that its translation is behind').toMatchObject({
    ...{ state: 'outdated', made_from: 1 },
  });
});
