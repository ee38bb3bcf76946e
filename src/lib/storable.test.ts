import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storableText } from '#lib/storable';

test.each([
  ['an ordinary text', 'Café\n\tété 😀', 'Café\n\tété 😀', false],
  [
    'line ends of Windows, of old Macs and of word processors',
    'a\r\nb\rc\vd\fe\u2028f',
    'a\nb\nc\nd\ne\nf',
    false,
  ],
  ['NUL', 'a\0b', 'ab', true],
  ['other control characters', '\u0001a\u001b[1mb\u007f\u009f', 'a[1mb', true],
  ['halves of a surrogate pair', 'a\ud800b\udc00', 'ab', true],
  ['a pair the wrong way round', '\udc00\ud800', '', true],
  ['a whole pair between halves', '\ud83d\ud83d\ude00\ude00', '😀', true],
  ['the signs that order Arabic and Hebrew', '\u200fשלום\u200e', '\u200fשלום\u200e', false],
])('%s', (_, given, text, changed) => {
  expect(storableText(given)).toEqual({ text, changed });
});

test('whatever is typed becomes well-formed, and stays as it is the second time', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })),
      (text, units) => {
        const once = storableText(text + String.fromCharCode(...units)).text;
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/[\0\r]/);
        expect(storableText(once)).toEqual({ text: once, changed: false });
      },
    ),
  );
});
