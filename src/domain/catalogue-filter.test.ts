import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyFilter,
  filterLimits,
  parseFilter,
  type RawParams,
  serializeFilter,
} from '#domain/catalogue-filter';

/** A query string the way Next hands it to a page. */
function paramsOf(query: string): RawParams {
  const params = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

const parse = (query: string) => parseFilter(paramsOf(query));

describe('a filter in an address', { timeout: 30_000 }, () => {
  test('an empty address is the empty filter, and prints as nothing', () => {
    expect(parse('')).toEqual(emptyFilter);
    expect(serializeFilter(emptyFilter)).toBe('');
  });

  test('reads nothing from what an object is made of', () => {
    // What assigning `__proto__` a list does, as Next does it.
    const raw: RawParams = Object.setPrototypeOf({ country: 'PT' }, ['a', 'b']);
    expect(parseFilter(raw)).toEqual(parse('country=PT'));
    const sort = [Array.prototype.sort, 'title'];
    expect(parseFilter(Object.setPrototypeOf({ sort }, null))).toEqual(parse('sort=title'));
  });

  test('reads several values of a facet, sorted and once each', () => {
    expect(parse('country=NO&country=DE&country=no').facets.country).toEqual(['DE', 'NO']);
  });

  test.each([
    ['country=xyz', 'a country of three letters'],
    ['city=<script>', 'a city that is no slug'],
    ['topic=Roma%20', 'a topic with capitals'],
    ['language=english', 'a language by name'],
    ['from=99999', 'a year out of range'],
    ['from=abc&to=2020.5', 'years that are no years'],
    ['page=0', 'a page before the first'],
    ['page=-3', 'a negative page'],
    ['page=1e9', 'a page past the limit'],
    ['sort=random', 'an unknown order'],
    ['q=%20%00%20', 'a query of nothing'],
    ['unknown=1', 'an unknown parameter'],
  ])('leaves out %s: %s', (query) => {
    expect(parse(query)).toEqual(emptyFilter);
  });

  test('a range written backwards is turned round', () => {
    expect(parse('from=2021&to=2019')).toMatchObject({ from: 2019, to: 2021 });
  });

  test('a query keeps its words and loses control characters, lone surrogates and length', () => {
    expect(parse('q=%20anti%00rumour%0A%0Acaf%C3%A9%20').q).toBe('anti rumour café');
    expect(parseFilter({ q: 'a\ud800b' }).q.isWellFormed()).toBe(true);
    expect([...parse(`q=${'😀'.repeat(10_000)}`).q]).toHaveLength(filterLimits.queryLength);
  });

  test('printing and parsing agree, and printing is canonical', () => {
    const messy = fc.record({
      q: fc.string({ unit: 'grapheme' }),
      country: fc.array(fc.constantFrom('PT', 'no', 'DE', '', 'x')),
      city: fc.array(fc.constantFrom('braga', 'berlin-neukolln', 'No City')),
      topic: fc.array(fc.constantFrom('roma', 'education')),
      language: fc.array(fc.constantFrom('sq', 'en', 'zh-Hant')),
      group: fc.array(fc.constantFrom('newcomers', 'Women')),
      place: fc.array(fc.constantFrom('island', 'planet')),
      network: fc.array(fc.constantFrom('icann', '')),
      from: fc.string(),
      to: fc.integer({ min: 1800, max: 2300 }).map(String),
      sort: fc.constantFrom('title', 'newest', 'x'),
      page: fc.integer().map(String),
    });
    fc.assert(
      fc.property(messy, (raw) => {
        const filter = parseFilter(raw);
        const printed = serializeFilter(filter);
        expect(parse(printed)).toEqual(filter);
        expect(serializeFilter(parse(printed))).toBe(printed);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never throws, whatever the parameters are', () => {
    const anything = fc.dictionary(
      fc.constantFrom('q', 'country', 'city', 'topic', 'language', 'from', 'to', 'sort', 'page', '__proto__'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(anything, (raw) => void parseFilter(raw)),
      { numRuns: 2_000 },
    );
  });
});
