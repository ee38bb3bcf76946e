import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WeaveColour, weavePitch, weaveRects } from '#domain/weave';

const anyThread = fc.integer({ min: 1, max: 7 });
const anyPractice = fc.record({
  id: fc.string({ unit: 'grapheme' }),
  threads: fc.array(anyThread, { minLength: 1, maxLength: 6 }),
});
const square = { columns: 6, rows: 6 };

function cellsByThread(colours: readonly WeaveColour[]): Map<string, number> {
  const cells = new Map<string, number>();
  for (const { thread, rects } of colours) {
    for (const [left, top, width, height] of rects) {
      for (let x = left; x < left + width; x += 1) {
        for (let y = top; y < top + height; y += 1) {
          expect(cells.has(`${x} ${y}`)).toBe(false);
          cells.set(`${x} ${y}`, thread);
        }
      }
    }
  }
  return cells;
}

describe('weaveRects', () => {
  test('gives the same practice the same cloth, and shows the colour of each of its topics', () => {
    fc.assert(
      fc.property(anyPractice, (practice) => {
        const cloth = weaveRects({ ...practice, ...square });
        expect(weaveRects({ ...practice, ...square })).toEqual(cloth);
        const shown = cloth.map(({ thread }) => thread);
        expect(shown).toEqual([...new Set(shown)].sort((one, two) => one - two));
        for (const thread of practice.threads) expect(shown).toContain(thread);
      }),
      { numRuns: 1_000 },
    );
  });

  test('stays the same over releases', () => {
    expect(
      weaveRects({ id: 'a-welcoming-app', threads: [2, 6], columns: 2, rows: 2 }),
    ).toMatchInlineSnapshot(`
      [
        {
          "rects": [
            [
              0,
              3,
              22,
              14,
            ],
          ],
          "thread": 2,
        },
        {
          "rects": [
            [
              23,
              0,
              14,
              40,
            ],
            [
              0,
              23,
              22,
              14,
            ],
          ],
          "thread": 6,
        },
      ]
    `);
  });

  test('lays threads beside each other, never on each other, and inside the drawing', () => {
    fc.assert(
      fc.property(anyPractice, (practice) => {
        const colours = weaveRects({ ...practice, ...square });
        cellsByThread(colours);
        for (const [x, y, width, height] of colours.flatMap(({ rects }) => rects)) {
          expect(Math.min(x, y, width - 1, height - 1)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(6 * weavePitch);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('binds every crossing: one thread lies on top in the middle of each', () => {
    fc.assert(
      fc.property(anyPractice, (practice) => {
        const cells = cellsByThread(weaveRects({ ...practice, ...square }));
        for (let column = 0; column < 6; column += 1) {
          for (let row = 0; row < 6; row += 1) {
            expect(cells.has(`${(column + 0.5) * weavePitch} ${(row + 0.5) * weavePitch}`)).toBe(true);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  test('tells practices of one topic apart by their ids', () => {
    const cloths = Array.from({ length: 200 }, (_, number) =>
      JSON.stringify(weaveRects({ id: `practice-${number}`, threads: [3], ...square })),
    );
    expect(new Set(cloths).size).toBeGreaterThan(180);
  });

  test('weaves a practice without topics too', () => {
    expect(weaveRects({ id: 'draft', threads: [], ...square }).length).toBeGreaterThan(1);
  });
});
