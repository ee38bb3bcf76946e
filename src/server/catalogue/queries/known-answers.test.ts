import { expect, test, vi } from 'vitest';
import { buildFacetIndex, type FacetRow } from '#domain/facet-index';
import { keepAnswers } from '#server/catalogue/queries/known-answers';

const facets = { country: ['IT'], city: [], topic: [], language: ['it'], group: [], place: [], network: [] };
const years = { start: 2020, end: null, ongoing: false };
const rows: FacetRow[] = ['aaaaaaaaa1', 'aaaaaaaaa2', 'aaaaaaaaa3'].map((id) => ({ id, years, facets }));
const index = buildFacetIndex(rows, 2026);
const answer = (...ids: string[]) => ({ query: [], correction: null, partly: false, ids });

test('words are searched for once, and found as places', async () => {
  const answers = keepAnswers(index);
  const ask = vi.fn(async () => answer('aaaaaaaaa3', 'gone000000', 'aaaaaaaaa1'));
  const found = await Promise.all([answers('en choir', ask), answers('en choir', ask)]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(found.map((one) => [...(one.found ?? [])])).toEqual([
    [2, 0],
    [2, 0],
  ]);
  expect((await answers('fr choir', async () => ({ ...answer(), ids: null }))).found).toBeNull();
});

test('a failure is not kept', async () => {
  const answers = keepAnswers(index);
  await expect(answers('en choir', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect((await answers('en choir', async () => answer('aaaaaaaaa1'))).found).toHaveLength(1);
});

test('what was asked for longest ago is forgotten first', async () => {
  const answers = keepAnswers(index);
  const ask = vi.fn(async () => answer('aaaaaaaaa1'));
  await answers('first', ask);
  await answers('second', ask);
  for (let i = 0; i < 199; i += 1) {
    await answers(`word ${i}`, ask);
    await answers('first', ask);
  }
  expect(ask).toHaveBeenCalledTimes(201);
  await answers('first', ask);
  expect(ask).toHaveBeenCalledTimes(201);
  await answers('second', ask);
  expect(ask).toHaveBeenCalledTimes(202);
});
