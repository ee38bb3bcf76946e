import { expect, test } from 'vitest';
import { type Check, type Checks, findUnchecked, unjudged } from '#domain/review-criteria';

const met: Check = { verdict: 'met', note: '' };
const all: Checks = { aim: met, city: met, evidence: met, plain: met, transferable: met };

test('each criterion is judged, and what is not met has a word about why', () => {
  expect(findUnchecked(all)).toEqual([]);
  expect(findUnchecked({ ...all, plain: { verdict: 'partly', note: '' } })).toEqual([]);
  expect(findUnchecked({ ...all, plain: unjudged, aim: { verdict: null, note: 'Hm.' } })).toEqual([
    'aim',
    'plain',
  ]);
  expect(findUnchecked({ ...all, city: { verdict: 'not', note: ' ' } })).toEqual(['city']);
  expect(findUnchecked({ ...all, city: { verdict: 'not', note: 'A region did it.' } })).toEqual([]);
});
