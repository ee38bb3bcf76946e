import { expect, test } from 'vitest';
import { writeCsv } from '#lib/csv';

test('cells are quoted, and none is a formula', () => {
  expect(
    writeCsv([
      ['a', 'say "b"', 'c,\nd'],
      ['=1+1', '+2', '-3', '@SUM(A1)', '\t=1', '5'],
    ]),
  ).toBe(`\ufeff"a","say ""b""","c,\nd"\r\n"'=1+1","'+2","'-3","'@SUM(A1)","'\t=1","5"\r\n`);
});
