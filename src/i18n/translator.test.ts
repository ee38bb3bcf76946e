import { expect, test } from 'vitest';
import { translatorOf } from '#i18n/translator';

test('where one reads from the right, a name keeps its marks', () => {
  const told = (locale: 'ar' | 'fr') => translatorOf(locale)('story.title', { title: 'Why not?' });
  expect(told('ar')).toContain('«\u2068Why not?\u2069»');
  expect(told('fr')).toContain('« Why not? »');
});
