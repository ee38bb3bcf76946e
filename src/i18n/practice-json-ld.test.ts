import { expect, test } from 'vitest';
import type { PracticeRecord } from '#domain/practice';
import { practiceJsonLd } from '#i18n/practice-json-ld';

const original: PracticeRecord = {
  ...{ id: 'mzdrnhzdus', slug: 'charter', country: 'DK', cities: [], topics: [], targetGroups: [] },
  ...{ years: { start: null, end: null, ongoing: false }, title: 'A charter', summary: 'Short.' },
  ...{ language: 'en', originalLanguage: 'en', languages: ['en', 'da', 'fr'], machineLanguages: ['sq'] },
  ...{ sections: [], files: [], approvedBy: 'city', translation: null, provenance: 'city' },
  ...{ sourcesReadOn: null, canonicalUrl: null, website: null, contact: null, version: null },
  ...{ publishedAt: null, updatedAt: new Date('2026-11-25T12:00:00Z') },
  evidence: { level: 'described' },
};
const dataOf = (practice: PracticeRecord) => practiceJsonLd(practice, 'fr', 'https://example.org');
const work = (inLanguage: string, path: string) => ({
  ...{ '@type': 'Article', inLanguage, url: `https://example.org${path}` },
});

test('the original names its approved translations, each at its one address, and no machine’s', () => {
  expect(dataOf(original)).toMatchObject({
    ...{ inLanguage: 'en', url: 'https://example.org/en/practices/charter' },
    workTranslation: [work('da', '/en/practices/charter/da'), work('fr', '/fr/practices/charter')],
  });
  expect(dataOf(original)).not.toHaveProperty('translationOfWork');
});

test('a translation names its original; a text that is alone names none', () => {
  const danish = dataOf({ ...original, language: 'da', translation: { machine: null, changed: null } });
  expect(danish).toMatchObject({
    ...{ inLanguage: 'da', url: 'https://example.org/en/practices/charter/da' },
    translationOfWork: work('en', '/en/practices/charter'),
  });
  expect(danish).not.toHaveProperty('workTranslation');
  expect(dataOf({ ...original, languages: ['en'] })).not.toHaveProperty('workTranslation');
});
