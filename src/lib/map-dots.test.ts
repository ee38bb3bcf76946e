import { expect, test } from 'vitest';
import { gatherDots } from '#lib/map-dots';

const oslo = { id: 'oslo', latitude: 59.91, longitude: 10.75, count: 4 };
const lisbon = { id: 'lisbon', latitude: 38.72, longitude: -9.14, count: 1 };

test('one dot a place, the largest first', () => {
  const dots = gatherDots([lisbon, oslo]);
  expect(dots.map(({ count }) => count)).toEqual([4, 1]);
  expect(dots[0]?.radius).toBeGreaterThan(dots[1]?.radius ?? 0);
});

test('what would lie under a larger dot is counted in it', () => {
  const nearby = { id: 'baerum', latitude: 59.89, longitude: 10.52, count: 2 };
  expect(gatherDots([nearby, oslo, lisbon]).map(({ count }) => count)).toEqual([6, 1]);
});

test('a thousand cities stay a picture', () => {
  const places = Array.from({ length: 1_000 }, (_, i) => ({
    id: `${i}`,
    latitude: 36 + ((i * 37) % 280) / 10,
    longitude: -9 + ((i * 53) % 400) / 10,
    count: 1 + (i % 7),
  }));
  const dots = gatherDots(places);
  expect(dots.length).toBeLessThan(160);
  expect(Math.max(...dots.map(({ radius }) => radius))).toBeLessThanOrEqual(10);
});

test('a place outside the map has no dot', () => {
  expect(gatherDots([{ id: 'osaka', latitude: 34.69, longitude: 135.5, count: 3 }])).toEqual([]);
});
