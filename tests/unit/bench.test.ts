import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { generateRows } from '#tests/bench/generated-rows';
import { generateText } from '#tests/bench/generated-texts';
import { judge } from '#tests/bench/goals';
import { median, quantile } from '#tests/bench/http-load';
import { countElements, readBody } from '#tests/bench/markup-tree';
import { randomFrom } from '#tests/bench/random';
import { makeElements, prepareMarkup } from '../bench/bare-site/app/[name]/make-elements.js';

const markup =
  '<div class="a b" style="--x:1;top:2px"><!-- note --><label for="q">L&amp;M</label><input type="checkbox" name="c" value="1" checked=""/>' +
  '<details open=""><summary>S</summary><svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"></path></svg></details></div>';

test('a captured page is drawn again with the same elements', () => {
  const nodes = readBody(
    `<html><body><script>1</script>${markup}<div hidden=""><!--$--></div></body></html>`,
  );
  expect(countElements(nodes)).toBe(7);
  const drawn = renderToStaticMarkup(makeElements(prepareMarkup(nodes)));
  const again = readBody(`<body>${drawn}</body>`);
  expect(again).toEqual(readBody(`<body>${markup}</body>`));
});

test('a page that is cut off is refused', () => {
  expect(() => readBody('<body><div><p></p></body>')).toThrow('div');
});

test('the same seed gives the same catalogue, another one another', () => {
  const make = (seed: number) => JSON.stringify([...generateRows(50, seed)]);
  expect(make(1)).toBe(make(1));
  expect(make(1)).not.toBe(make(2));
  const write = () => generateText('uk', randomFrom(3));
  expect(write()).toEqual(write());
  expect(write().title).toMatch(/^\p{Lu}[\p{Ll} ]+$/u);
});

test('generated practices have ids and addresses as the product has them', () => {
  const ids = [...generateRows(3_000)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3_000);
  expect(ids.filter((id) => !/^[0-9a-z]{10}$/.test(id))).toEqual([]);
});

test('figures in the middle and near the end', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(quantile([...Array(100).keys()], 0.95)).toBe(95);
});

test('a goal is judged where something was measured', () => {
  const relevance = { queries: 1, recall: 0.96, precision: 0.5, failures: [] };
  expect(judge({ sizes: [], content: [], relevance })).toMatchObject([
    { name: 'recall@10 ≥', met: true },
    { name: 'precision@5 ≥', met: false },
  ]);
});
