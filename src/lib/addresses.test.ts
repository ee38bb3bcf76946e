import { describe, expect, test } from 'vitest';
import { isEmailAddress, isWebAddress } from '#lib/addresses';

describe('e-mail addresses', () => {
  test.each(['a@b.pt', 'ana.silva+icc@cm-lisboa.gov.pt', 'zyra@bashkia-korçë.al'])('%s is one', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });
  test.each([
    '',
    'ana',
    'ana@',
    '@b.pt',
    'ana@b',
    'ana@b..pt',
    'ana silva@b.pt',
    'a@b.pt, c@d.pt',
    '<a@b.pt>',
  ])('"%s" is none', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});

describe('web addresses', () => {
  test.each(['https://example.org', 'http://www.bashkia.al/a?b=c#d', 'https://müllheim.de'])(
    '%s is one',
    (text) => {
      expect(isWebAddress(text)).toBe(true);
    },
  );
  test.each([
    ...['', 'www.example.org', 'javascript:alert(1)', 'https://', 'https://localhost', 'ftp://example.org'],
    ...['https://a b.org', 'https://user:secret@example.org', 'https://.'],
  ])('"%s" is none', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});
