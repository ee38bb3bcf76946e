import { expect, test } from 'vitest';
import { drawEntryId, replaceId, spreadPositions } from '#domain/vocabulary';
import { readEntry, type VocabularyEntry, withWordsOf } from '#domain/vocabulary-entry';

test('an id is drawn from a name, and is nobody else’s and no page’s', () => {
  const taken = new Set(['housing', 'housing-2']);
  const draw = (name: string) => drawEntryId(name, (id) => taken.has(id));
  expect(draw('housing care')).toBe('housing-care');
  expect(draw('housing')).toBe('housing-3');
  expect(draw('new')).toBe('new-2');
  expect(draw('城市')).toBe('entry');
  expect(draw('x'.repeat(300)).length).toBeLessThanOrEqual(110);
});

test('a list has the new id once, in the place of whichever came first', () => {
  expect(replaceId(['a', 'c', 'b'], 'a', 'b')).toEqual(['b', 'c']);
  expect(replaceId(['b', 'c', 'a'], 'a', 'b')).toEqual(['b', 'c']);
  expect(replaceId(['c'], 'a', 'b')).toEqual(['c']);
});

test('positions rise, and change only where two were alike', () => {
  expect(spreadPositions([0, 2, 7])).toEqual([0, 2, 7]);
  expect(spreadPositions([3, 1, 1])).toEqual([1, 2, 3]);
});

const city: VocabularyEntry = {
  names: { en: 'Turin', it: 'Torino' },
  words: { und: ['Augusta'] },
  thread: null,
  place: { country: 'IT', placeType: 'city', networkId: null, latitude: 45.1, longitude: 7.7 },
};

function read(kind: 'topic' | 'city', values: Record<string, string>, before: VocabularyEntry | null = null) {
  const form = { languages: ['en', 'fr'], isNetwork: (id: string) => id === 'rpci', before };
  return readEntry({ ...form, kind, read: (field) => values[field] ?? '' });
}

test('a topic needs a name in every language of the interface, a city in English', () => {
  expect(read('topic', { 'name-en': 'Sport' })).toEqual({ ok: false, problems: { 'name-fr': 'name' } });
  const where = { country: 'PT', placeType: 'city', latitude: '41,15', longitude: '−8.6' };
  const typed = { 'name-en': ' Porto ', 'words-und': 'Oporto\n\n o Porto \nOporto', ...where };
  expect(read('city', typed)).toMatchObject({
    ok: true,
    entry: {
      names: { en: 'Porto' },
      words: { und: ['Oporto', 'o Porto'] },
      place: { latitude: 41.15, longitude: -8.6, networkId: null },
    },
  });
  expect(read('city', { ...typed, country: 'XX', latitude: '91', network: 'no', placeType: '' })).toEqual({
    ok: false,
    problems: { country: 'country', placeType: 'place-type', network: 'network', latitude: 'degrees' },
  });
});

test('an edit leaves languages that the form does not show, and the country', () => {
  const typed = { 'name-en': 'Turin', 'name-fr': 'Turin', country: 'FR', placeType: 'city' };
  const result = read('city', { ...typed, latitude: '45', longitude: '7' }, city);
  expect(result).toMatchObject({ ok: true, entry: { names: { it: 'Torino' }, place: { country: 'IT' } } });
});

test('what is taken in is searched by, unless it is named so already', () => {
  const kept = { ...city, names: { en: 'Torino Nord', fr: 'Torino' }, words: {} };
  expect(withWordsOf('city', kept, city).words).toEqual({ und: ['Turin', 'Augusta'] });
  const topic = { names: { en: 'School', fr: 'Ecole' }, words: { en: ['class'] }, thread: 1, place: null };
  const into = { ...topic, names: { en: 'Education', fr: 'Ecole' }, words: { en: ['school'] } };
  expect(withWordsOf('topic', into, topic).words).toEqual({ en: ['school', 'School', 'class'] });
});
