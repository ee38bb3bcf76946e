import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serializeJsonLd } from '#lib/json-ld';

test('nothing in it can close the script element, and it reads back the same', () => {
  fc.assert(
    fc.property(fc.string(), (noise) => {
      const data = { title: `</script><!--${noise}\u2028` };
      const printed = serializeJsonLd(data);
      expect(printed).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(printed)).toEqual(data);
    }),
  );
});
