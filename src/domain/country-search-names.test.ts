import { expect, test } from 'vitest';
import { countrySearchNames } from '#domain/country-search-names';

test('countries have names in many languages, and those people say beside them', () => {
  const names = countrySearchNames();
  const of = (country: string) => names.filter((row) => row.country === country).map(({ name }) => name);
  expect(of('NO')).toEqual(expect.arrayContaining(['Norway', 'Norvège', 'Norvegji', 'Norge', 'النرويج']));
  expect(of('TR')).toEqual(expect.arrayContaining(['Türkiye', 'Turkey', 'Turquie', 'Turqi']));
  expect(of('GB')).toEqual(expect.arrayContaining(['United Kingdom', 'UK', 'Royaume-Uni']));
});

test('no row stands twice', () => {
  const rows = countrySearchNames().map((row) => Object.values(row).join(' '));
  expect(new Set(rows).size).toBe(rows.length);
});
