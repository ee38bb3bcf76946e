import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Weave } from '#components/practice/weave';

const anyId = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,8}$/, { size: 'medium' });
const anyThreads = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

describe('Weave', () => {
  test.each([
    ['square', 350],
    ['strip', 450],
    ['band', 800],
  ] as const)('the %s takes at most %i bytes, compressed, and no styles or names', (shape, limit) => {
    fc.assert(
      fc.property(anyId, anyThreads, (id, threads) => {
        const markup = renderToStaticMarkup(createElement(Weave, { id, threads, shape }));
        expect(gzipSync(markup).length).toBeLessThanOrEqual(limit);
        expect(markup).not.toMatch(/ (id|style|fill)=/);
        expect(markup.match(/<path /g)?.length).toBeLessThanOrEqual(7);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is hidden from assistive technology', () => {
    const markup = renderToStaticMarkup(createElement(Weave, { id: 'a', threads: [1], shape: 'square' }));
    expect(markup).toMatch(/^<svg [^>]*viewBox="0 0 120 120"[^>]* aria-hidden="true">/);
  });
});
