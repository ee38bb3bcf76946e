import { expect, test } from 'vitest';
import { pageWindow } from '#lib/page-window';

test.each([
  [1, 1, [1]],
  [1, 5, [1, 2, -5, 5]],
  [1, 4, [1, 2, 3, 4]],
  [2, 4, [1, 2, 3, 4]],
  [3, 5, [1, 2, 3, 4, 5]],
  [5, 10, [1, -4, 4, 5, 6, -10, 10]],
  [10, 10, [1, -9, 9, 10]],
])('page %i of %i links to %j', (current, count, expected) => {
  expect(pageWindow(current, count)).toEqual(expected);
});
