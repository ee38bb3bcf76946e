import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyFilter } from '#domain/catalogue-filter';
import { onlyRestriction, restrictionsOf, withoutRestriction } from '#domain/restriction';
import { anyFilter } from '#tests/support/generated-catalogue';

test('taking restrictions off one by one ends at the empty filter', () => {
  fc.assert(
    fc.property(anyFilter, fc.string(), (filter, q) => {
      let left = { ...filter, q, page: 4 };
      const count = restrictionsOf(left).length;
      for (let i = 0; i < count; i += 1) {
        const [first] = restrictionsOf(left);
        if (first) left = { ...withoutRestriction(left, first) };
        expect(restrictionsOf(left)).toHaveLength(count - i - 1);
      }
      expect({ ...left, page: 1 }).toEqual(emptyFilter);
    }),
  );
});

test('a restriction alone is the only one', () => {
  fc.assert(
    fc.property(anyFilter, fc.string({ minLength: 1 }), (filter, q) => {
      for (const one of restrictionsOf({ ...filter, q }))
        expect(restrictionsOf(onlyRestriction({ ...filter, q }, one))).toEqual([one]);
    }),
  );
});
