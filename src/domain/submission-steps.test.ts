import { expect, test } from 'vitest';
import { emptyDraft } from '#domain/submission-fields';
import { stepStates } from '#domain/submission-steps';

const states = (fields: Partial<typeof emptyDraft>, files = 0) =>
  stepStates({ fields: { ...emptyDraft, ...fields }, files });

test('nothing is begun in a new draft', () => {
  expect(new Set(Object.values(states({})))).toEqual(new Set(['empty']));
});

test('a step is begun, then done; or wrong where something does not fit', () => {
  expect(states({ country: 'PT' }).place).toBe('begun');
  expect(states({ country: 'PT', years: 'since 2017' }).place).toBe('done');
  expect(states({ country: 'PT', years: 'long ago' }).place).toBe('wrong');
});

test('a step without anything needed is done with its first text', () => {
  expect(states({ challenges: 'Money' }).repeat).toBe('done');
});

test('two texts to choose from are something to correct', () => {
  const fields = { ...emptyDraft, challenges: 'Money' };
  const { repeat, story } = stepStates({ fields, files: 0, conflicts: ['challenges'] });
  expect([repeat, story]).toEqual(['wrong', 'empty']);
});

test('one file is enough', () => {
  expect(states({}, 1).files).toBe('done');
});
