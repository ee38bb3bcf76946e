import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlocks } from '#lib/text-blocks';
import { type DiffBlock, diffTexts } from '#lib/text-diff';
import type { DiffPart } from '#lib/word-diff';

const without = (kind: 'added' | 'removed', blocks: readonly DiffBlock[]) =>
  blocks.flatMap((block) => {
    if (block.kind === 'changed')
      return [block.parts.map((part) => (part.kind === kind ? '' : part.text)).join('')];
    return block.kind === kind ? [] : [block.text];
  });

/** "the [-old-]{+new+} house" */
const show = (part: DiffPart) =>
  ({ same: part.text, removed: `[-${part.text}-]`, added: `{+${part.text}+}` })[part.kind];
const shown = (before: string, after: string, language = 'en') =>
  diffTexts(before, after, language).map((block) =>
    block.kind === 'changed' ? block.parts.map(show).join('') : show(block),
  );

describe('what changed in a text', () => {
  test('is told word by word inside a paragraph that has changed, and the others are the same', () => {
    expect(
      shown(
        'One stays.\n\nThe city paid for ten rooms.',
        'One stays.\n\nThe city paid for twelve big rooms.',
      ),
    ).toEqual(['One stays.', 'The city paid for [-ten-]{+twelve big+} rooms.']);
  });

  test('joins changes that only a space or a sign divides', () => {
    expect(
      shown(
        'We met every week, in spring, at the town hall.',
        'We met now and then, in spring, at the town hall.',
      ),
    ).toEqual(['We met [-every week-]{+now and then+}, in spring, at the town hall.']);
  });

  test('finds a changed paragraph among new ones', () => {
    const first = 'The library opens its doors on Sundays for families.';
    const then = 'The library opens its doors on Saturdays for families.';
    expect(shown(first, `A whole new beginning stands here.\n\n${then}\n\n- one more thing`)).toEqual([
      '{+A whole new beginning stands here.+}',
      'The library opens its doors on [-Sundays-]{+Saturdays+} for families.',
      '{+- one more thing+}',
    ]);
  });

  test('tells a text with little in common as another one', () => {
    expect(shown('A choir for all the newcomers', 'Housing and work in the port')).toEqual([
      '[-A choir for all the newcomers-]{+Housing and work in the port+}',
    ]);
  });

  test.each([
    ['zh', '市政府每年组织多元文化节', '市政府每月组织多元文化节', '市政府[-每年-]{+每月+}组织多元文化节'],
    ['th', 'เมืองของเราต้อนรับทุกคน', 'เมืองของเราต้อนรับเด็กทุกคน', 'เมืองของเราต้อนรับ{+เด็ก+}ทุกคน'],
    [
      'ar',
      'المدينة ترحب بالجميع كل عام',
      'المدينة ترحب بالجميع كل شهر',
      'المدينة ترحب بالجميع كل [-عام-]{+شهر+}',
    ],
  ])('knows the words of %s', (language, before, after, told) => {
    expect(shown(before, after, language)).toEqual([told]);
  });

  test('takes no offence at a language that is none, nor at blank lines and line ends', () => {
    expect(shown('One\r\n\r\n\r\nTwo  \n', 'One\n\nTwo', 'no such language')).toEqual(['One', 'Two']);
    expect(shown('', '')).toEqual([]);
  });

  const words = fc.array(
    fc.constantFrom(
      'city',
      'the',
      'paid',
      'ten',
      '12',
      '\n',
      '\n\n',
      '- ',
      '# ',
      '**',
      ',',
      '市政',
      'é',
      '👩‍👩‍👧',
      ' ',
    ),
    { maxLength: 60 },
  );
  test.each([
    ['of words', words.map((list) => list.join(' '))],
    ['of anything', fc.string({ unit: 'grapheme', maxLength: 300 })],
  ])('gives both texts back, %s', (_, text) => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const blocks = diffTexts(before, after, 'en');
        expect(without('added', blocks)).toEqual(textBlocks(before));
        expect(without('removed', blocks)).toEqual(textBlocks(after));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the longest texts are told in good time', { timeout: 20_000 }, () => {
  const limit = 200_000;
  const fill = (of: (n: number) => string) => {
    let text = '';
    for (let n = 0; text.length < limit; n += 1) text += of(n);
    return text.slice(0, limit);
  };
  const seeded = (n: number) => ((n * 2_654_435_761) >>> 7) % 9_973;

  test.each([
    ['one paragraph, every word another', (n: number) => `word${n} `, (n: number) => `other${n} `],
    [
      'one paragraph, half of the words',
      (n: number) => `w${seeded(n)} `,
      (n: number) => `w${seeded(n * 3 + 1)} `,
    ],
    ['very many blocks', (n: number) => `${n}\n\n`, (n: number) => `${n * 7}\n\n`],
    [
      'many alike paragraphs',
      (n: number) => `The city number ${seeded(n)} paid ${n} and more for it all.\n\n`,
      (n: number) => `The city number ${seeded(n + 5)} paid ${n * 2} or more for it.\n\n`,
    ],
    ['signs alone', (n: number) => '*_'.repeat((n % 3) + 1), (n: number) => '_*'.repeat((n % 5) + 1)],
  ])('%s', (_, one, other) => {
    const [before, after] = [fill(one), fill(other)];
    const begun = performance.now();
    const blocks = diffTexts(before, after, 'en');
    const taken = performance.now() - begun;
    expect(without('added', blocks)).toEqual(textBlocks(before));
    expect(without('removed', blocks)).toEqual(textBlocks(after));
    expect(taken).toBeLessThan(4_000);
  });
});
