import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYears, printYears, type Years, yearLimits, yearSpan, yearsOverlap } from '#domain/years';

const read: [text: string, printed: string][] = [
  ['2021', '2021'],
  ['2019-2021', '2019–2021'],
  ['2019–2021', '2019–2021'],
  ['2019 — 2021', '2019–2021'],
  ['2019\u22122021', '2019–2021'],
  ['\u00a02019\u00a0-\u00a02021', '2019–2021'],
  ['2013-', '2013 onwards'],
  [`2013${' '.repeat(300)}`, '2013'],
  ['2013 –', '2013 onwards'],
  ['2021 onwards', '2021 onwards'],
  ['2021 and onwards', '2021 onwards'],
  ['2021+', '2021 onwards'],
  ['2016 onwards', '2016 onwards'],
  ['Since 2017 - Ongoing', '2017 onwards'],
  ['since 2017', '2017 onwards'],
  ['from 2012', '2012 onwards'],
  ['from 2012 to 2014', '2012–2014'],
  ['2012 to 2014', '2012–2014'],
  ['between 2012 and 2014', '2012–2014'],
  ['Ongoing-', 'Ongoing'],
  ['ongoing', 'Ongoing'],
  ['(ongoing)', 'Ongoing'],
  ['April to November 2021', '2021'],
  ['From April to November 2021', '2021'],
  ['January - February 2018', '2018'],
  ['Sept. 2019 - March 2020', '2019–2020'],
  ['March 2019, April 2021', '2019–2021'],
  ['1–3 May 2019', '2019'],
  ['May 3-5, 2019', '2019'],
  ['1 April 2019 – 2nd June 2020', '2019–2020'],
  ['01.09.2019 - 30.06.2021', '2019–2021'],
  ['09/2019 - 06/2021', '2019–2021'],
  ['2019-05-01', '2019'],
  ['autumn 2019', '2019'],
  ['Winter 2019/20', '2019–2020'],
  ['mid-2019 to early 2021', '2019–2021'],
  ['2021 (ongoing since 2017)', '2017 onwards'],
  ['2021 (ongoing)', '2021 onwards'],
  ['2021, ongoing', '2021 onwards'],
  ['Ongoing since 2017', '2017 onwards'],
  ['2012/2013', '2012–2013'],
  ['2012-13', '2012–2013'],
  ['2012/13', '2012–2013'],
  ['2012 - present', '2012 onwards'],
  ['2012 – today', '2012 onwards'],
  ['2018 to the present day', '2018 onwards'],
  ['2010 - 2012 - ongoing', '2010 onwards'],
  ['2012 to now', '2012 onwards'],
  ['2012 - to date', '2012 onwards'],
  ['2019, 2021', '2019–2021'],
  ['2021, 2019', '2019–2021'],
  ['2019, 2020 and 2021', '2019–2021'],
  ['2019 & 2020', '2019–2020'],
  ['2017-2019, 2021-', '2017 onwards'],
  ['2015–2016; 2019', '2015–2019'],
  ['Social network - ongoing / Assessment - 2017', '2017 onwards'],
  ['Phase 1: 2017-2019; Phase 2: 2020', '2017–2020'],
  ['2011–?', '2011–?'],
  ['2011 - unknown', '2011–?'],
  ['unknown', 'unknown'],
  ['منذ 2017', '2017 onwards'],
  ['من أبريل إلى نوفمبر 2021', '2021'],
  ['بين 2019 و2021', '2019–2021'],
  ['٢٠١٩ – ٢٠٢١', '2019–2021'],
  ['من عام 2015 حتى الآن', '2015 onwards'],
  ['2018، 2020', '2018–2020'],
  ['depuis 2017', '2017 onwards'],
  ["depuis l'année 2017", '2017 onwards'],
  ['À partir de septembre 2012', '2012 onwards'],
  ['de 2012 à 2014', '2012–2014'],
  ['2012 – en cours', '2012 onwards'],
  ["2012 à aujourd'hui", '2012 onwards'],
  ['d’avril à novembre 2021', '2021'],
  ['été 2019', '2019'],
  ['1er février 2018 - déc. 2019', '2018–2019'],
  ['entre 2012 et 2014', '2012–2014'],
  ['inconnu', 'unknown'],
  ['që nga 2017', '2017 onwards'],
  ['që nga viti 2017', '2017 onwards'],
  ['nga 2012 deri në 2014', '2012–2014'],
  ['nga prilli deri në nëntor 2021', '2021'],
  ['2012 – në vazhdim', '2012 onwards'],
  ['2012 vazhdon', '2012 onwards'],
  ['2016 e tutje', '2016 onwards'],
  ['2012 deri tani', '2012 onwards'],
  ['Janar - Shkurt 2018', '2018'],
  ['vjeshtë 2019', '2019'],
];

const refused: [text: string, reason: string][] = [
  ['', 'empty'],
  [' \u00a0\n', 'empty'],
  ['-', 'no-year'],
  ['spring', 'no-year'],
  ['to be decided', 'no-year'],
  ['21', 'no-year'],
  ['2021 or so', 'not-understood'],
  ['about 2021', 'not-understood'],
  ['2021?', 'not-understood'],
  ['until 2019', 'not-understood'],
  ['ongoing until 2025', 'not-understood'],
  ['not ongoing', 'not-understood'],
  ['2019 2021', 'not-understood'],
  ['2019-2020-2021', 'not-understood'],
  ['2019-05', 'not-understood'],
  ['2012-11', 'not-understood'],
  ['2019to2021', 'not-understood'],
  ['Assessment 2017', 'not-understood'],
  ['Until - 2017 / Assessment - 2018', 'not-understood'],
  [`2021${', 2021'.repeat(50)}`, 'not-understood'],
  ['2021-2019', 'end-before-start'],
  ['March 2020 to March 2018', 'end-before-start'],
  ['1492', 'out-of-range'],
  ['2019-2999', 'out-of-range'],
];

const anyYear = fc.integer({ min: yearLimits.first, max: yearLimits.last });
const anyYears: fc.Arbitrary<Years> = fc.oneof(
  fc.constant({ start: null, end: null, ongoing: false }),
  fc.constant({ start: null, end: null, ongoing: true }),
  anyYear.map((start) => ({ start, end: null, ongoing: true })),
  anyYear.map((start) => ({ start, end: null, ongoing: false })),
  fc.tuple(anyYear, anyYear).map(([one, other]) => ({
    start: Math.min(one, other),
    end: Math.max(one, other),
    ongoing: false,
  })),
);

const pieces = [...read, ...refused].flatMap(([text]) => text.split(/(?<= )|(?=[-–,/()?])/));
const likelyText = fc.array(fc.oneof(fc.constantFrom(...pieces), anyYear.map(String)), { maxLength: 9 });
const anyText = fc.oneof(
  likelyText.map((parts) => parts.join('')),
  likelyText.map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('parseYears', () => {
  test.each(read)('reads %j as %s', (text, printed) => {
    const result = parseYears(text);
    expect(result.ok ? printYears(result.years) : result.reason).toBe(printed);
  });

  test.each(refused)('refuses %j: %s', (text, reason) => {
    expect(parseYears(text)).toEqual({ ok: false, reason });
  });

  test('reads what printYears writes', () => {
    fc.assert(
      fc.property(anyYears, (years) => {
        expect(parseYears(printYears(years))).toEqual({ ok: true, years });
      }),
      { numRuns: 2_000 },
    );
  });

  test('never throws, and what it reads is in order, in range and can be printed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseYears(text);
        if (!result.ok) return;
        const { start, end, ongoing } = result.years;
        if (start !== null) expect(start >= yearLimits.first && start <= yearLimits.last).toBe(true);
        if (end !== null)
          expect(start !== null && !ongoing && start <= end && end <= yearLimits.last).toBe(true);
        expect(parseYears(printYears(result.years))).toEqual(result);
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('yearsOverlap', () => {
  const now = 2026;
  const known: Years = { start: 2015, end: 2018, ongoing: false };
  const ongoing: Years = { start: 2010, end: null, ongoing: true };

  test.each<[Years, number | null, number | null, boolean]>([
    [known, 2018, 2020, true],
    [known, 2010, 2015, true],
    [known, 2016, 2017, true],
    [known, 2019, null, false],
    [known, null, 2014, false],
    [known, null, null, true],
    [known, 2017, 2016, false],
    [ongoing, 2015, 2020, true],
    [ongoing, 2026, null, true],
    [ongoing, 2027, null, false],
    [{ start: null, end: null, ongoing: true }, 2026, 2026, true],
    [{ start: null, end: null, ongoing: true }, null, 2025, false],
    [{ start: 2011, end: null, ongoing: false }, 2011, 2011, true],
    [{ start: 2011, end: null, ongoing: false }, 2012, 2026, false],
    [{ start: null, end: null, ongoing: false }, null, null, false],
  ])('%j in %s to %s: %s', (years, from, to, expected) => {
    expect(yearsOverlap(years, { from, to }, now)).toBe(expected);
  });

  test('a single year is in the range exactly when the span holds it', () => {
    fc.assert(
      fc.property(anyYears, anyYear, anyYear, (years, year, currentYear) => {
        const span = yearSpan(years, currentYear);
        const held = span !== null && span.first <= year && year <= span.last;
        expect(yearsOverlap(years, { from: year, to: year }, currentYear)).toBe(held);
      }),
    );
  });

  test('a practice that starts later than the current year spans its start year', () => {
    expect(yearSpan({ start: 2030, end: null, ongoing: true }, 2026)).toEqual({ first: 2030, last: 2030 });
  });
});
