import { expect, test } from 'vitest';
import { opinionLimits, readGivenOpinion, readOpinionRequest } from '#domain/opinion';

const request = { name: 'Nora', email: ' Nora@University.example', question: 'Is it new?', days: '14' };
const given = { verdict: 'approve', words: '', name: 'Nora' };

test('a request is read with its address as addresses are compared', () => {
  expect(readOpinionRequest(request)).toEqual({
    ok: true,
    request: { name: 'Nora', email: 'nora@university.example', question: 'Is it new?', days: 14 },
  });
});

test.each([
  [{ name: ' ' }, { name: 'name-empty' }],
  [{ email: 'nora' }, { email: 'email' }],
  [{ question: '' }, { question: 'question-empty' }],
  [{ question: 'x'.repeat(opinionLimits.question + 1) }, { question: 'question-long' }],
  [{ days: '0' }, { days: 'days' }],
  [{ days: '61' }, { days: 'days' }],
  [{ days: '1.5' }, { days: 'days' }],
])('a request with %o is given back', (more, problems) => {
  expect(readOpinionRequest({ ...request, ...more })).toEqual({ ok: false, problems });
});

test.each([
  [{ verdict: '' }, { verdict: 'verdict-empty' }],
  [{ verdict: 'perhaps' }, { verdict: 'verdict-empty' }],
  [{ verdict: 'ask' }, { words: 'words-empty' }],
  [{ verdict: 'advise_against', words: ' \n' }, { words: 'words-empty' }],
  [{ words: 'x'.repeat(opinionLimits.words + 1) }, { words: 'words-long' }],
  [{ name: '' }, { name: 'name-empty' }],
])('an opinion with %o is given back', (more, problems) => {
  expect(readGivenOpinion({ ...given, ...more })).toEqual({ ok: false, problems });
});

test('who approves may do so without a word', () => {
  expect(readGivenOpinion(given)).toEqual({ ok: true, given });
});
