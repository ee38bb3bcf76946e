import { expect, test } from 'vitest';
import { countryCodes, countryName, isCountry } from '#domain/countries';

test('every code of ISO 3166-1 and Kosovo has a name', () => {
  expect(countryCodes).toHaveLength(250);
  expect(countryCodes.filter((code) => countryName(code, 'en') === code)).toEqual([]);
});

test('names come in the reader’s language', () => {
  expect(countryName('BE', 'fr')).toBe('Belgique');
  expect(countryName('XK', 'sq')).toBe('Kosovë');
});

test('what is no country keeps its code', () => {
  expect(isCountry('UK')).toBe(false);
  expect(countryName('EU', 'en')).toBe('EU');
});
