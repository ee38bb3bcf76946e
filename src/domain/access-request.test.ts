import { expect, test } from 'vitest';
import { AccessRequest, readAccessRequest } from '#domain/access-request';

const typed = {
  name: ' Arta ',
  email: 'Arta@Bergen.no',
  position: '',
  city: 'bergen',
  cityName: '',
  country: '',
};
const countryOf = (id: string) => (id === 'bergen' ? 'NO' : undefined);
const read = (changes: Partial<typeof typed>) => readAccessRequest({ ...typed, ...changes }, countryOf);

test('a city of the list brings its country', () => {
  const result = read({});
  expect(result).toEqual({
    ok: true,
    email: 'arta@bergen.no',
    request: { name: 'Arta', position: '', cityId: 'bergen', cityName: null, country: 'NO' },
  });
  if (result.ok) expect(AccessRequest.parse(result.request)).toEqual(result.request);
});

test('a city that is not in the list has a name and a country', () => {
  expect(read({ city: '', cityName: 'Vaduz', country: 'LI' })).toMatchObject({
    ok: true,
    request: { cityId: null, cityName: 'Vaduz', country: 'LI' },
  });
});

test.each([
  [{ name: ' ' }, { name: 'name-empty' }],
  [{ name: 'x'.repeat(201) }, { name: 'name-long' }],
  [{ email: 'arta' }, { email: 'email' }],
  [{ city: '' }, { city: 'city-empty' }],
  [{ city: 'atlantis' }, { city: 'city-unknown' }],
  [{ city: '', cityName: 'Vaduz', country: 'XX' }, { country: 'country-empty' }],
  [{ position: 'x'.repeat(201) }, { position: 'long' }],
  [
    { name: '', email: '' },
    { name: 'name-empty', email: 'email' },
  ],
])('%j is to be corrected', (changes, problems) => {
  expect(read(changes)).toEqual({ ok: false, problems });
});
