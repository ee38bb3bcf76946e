import { expect, test } from 'vitest';
import { matchPlaces } from '#lib/match-places';

const place = (name: string, group: string, ...also: string[]) => ({
  id: name.toLowerCase(),
  name,
  group,
  also,
});
const places = [
  place('Bergen', 'Norway'),
  place('Cork', 'Ireland', 'Corcaigh'),
  place('New Norwich', 'United Kingdom'),
  place('Norwich', 'United Kingdom'),
  place('Vienna', 'Austria', 'Wien', 'Viyana'),
];
const names = (typed: string) => matchPlaces(places, typed).map(({ name }) => name);

test('by the beginning of a word of any of its names, or of its country', () => {
  expect(names('WIEN')).toEqual(['Vienna']);
  expect(names('corc')).toEqual(['Cork']);
  expect(names('nor')).toEqual(['Norwich', 'New Norwich', 'Bergen']);
});

test('nothing for nothing, and for what no place is called', () => {
  expect(names(' ')).toEqual([]);
  expect(names('ork')).toEqual([]);
});
