import { expect, test } from 'vitest';
import { beginsWords, foldText } from '#lib/fold-text';

test.each([
  ['Genève', 'geneve'],
  ['KØBENHAVN', 'kobenhavn'],
  ['Neukölln (Berlin)', 'neukolln berlin'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['Straße', 'strasse'],
  ['d’Action', 'd action'],
  ['Ἀθῆναι', 'αθηναι'],
  ['Київ', 'киів'],
  ['جِنِيف', 'جنيف'],
  ['東京都', '東 京 都'],
  ['  -- ', ''],
  ['👩‍👩‍👧', ''],
])('%j folds to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test.each([
  ['santa maria da feira', 'mar', true],
  ['santa maria da feira', 'feira san', true],
  ['santa maria da feira', 'aria', false],
  ['santa maria da feira', 'santa porto', false],
  ['santa maria da feira', '', false],
])('a word of %j begins with %j: %j', (text, query, expected) => {
  expect(beginsWords(text, query)).toBe(expected);
});
