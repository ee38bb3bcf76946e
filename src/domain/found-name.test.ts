import { expect, test } from 'vitest';
import { findName, type NamedThing } from '#domain/found-name';
import { foldText } from '#lib/fold-text';

function thing(kind: NamedThing['kind'], label: string, names: Record<string, string>): NamedThing {
  const spoken = Object.entries(names).map(([language, name]) => ({
    language,
    name,
    folded: foldText(name),
  }));
  return { kind, label, names: spoken };
}

const things = [
  thing('city', 'Geneva', { en: 'Geneva', de: 'Genf', fr: 'Genève' }),
  thing('topic', 'Education', { fr: 'école', sq: 'shkolla', ar: 'المدرسة' }),
  thing('topic', 'Refugees', { ar: 'اللاجئون', fr: 'Personnes réfugiées' }),
];

test.each([
  ['Genf', 'Geneva', 'de', 'Genf'],
  ['ecoles', 'Education', 'fr', 'école'],
  ['shkollave', 'Education', 'sq', 'shkolla'],
  ['مدرسة', 'Education', 'ar', 'المدرسة'],
  ['للاجئين', 'Refugees', 'ar', 'اللاجئون'],
])('%s is found in %s', (word, label, language, name) => {
  expect(findName(word, things)).toMatchObject({ label, by: { language, name } });
});

test.each(['geneva', 'GENÈVE', 'refugee', 'educational'])('%s is in sight', (word) => {
  expect(findName(word, things)).toBeNull();
});

test('what resembles no name is found in none', () => {
  expect(findName('eco', things)).toMatchObject({ label: 'Education' });
  expect(['ec', 'library', ''].map((word) => findName(word, things))).toEqual([null, null, null]);
});
