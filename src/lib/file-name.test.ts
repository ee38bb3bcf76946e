import { describe, expect, test } from 'vitest';
import { contentDisposition, shownFileName } from '#lib/file-name';

describe('the name of a file that is shown', () => {
  test.each([
    ['photo.jpg', 'photo.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\mira\\plan.pdf', 'plan.pdf'],
    ['a\0b\r\nc.png', 'abc.png'],
    ['invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['\ud800.png', '.png'],
    ['  two   words.pdf ', 'two words.pdf'],
    ['🎉 fête.jpg', '🎉 fête.jpg'],
    ['..', ''],
    ['/', ''],
    ['', ''],
  ])('%j is %j', (name, shown) => {
    expect(shownFileName(name)).toBe(shown);
  });

  test('a long one keeps its beginning and its ending, and no half of a character', () => {
    for (const long of [`${'x'.repeat(300)}.jpeg`, `${'🎉'.repeat(150)}.jpeg`]) {
      const shown = shownFileName(long);
      expect(shown.length).toBeLessThanOrEqual(120);
      expect(shown.isWellFormed()).toBe(true);
      expect(shown).toMatch(/^(?:x|🎉)+….*\.jpeg$/u);
    }
    expect(shownFileName('🎉'.repeat(300)).isWellFormed()).toBe(true);
  });
});

test('a header holds no name that ends it early, and every name in full', () => {
  const header = contentDisposition('attachment', 'Plan "é"; x=\r\n日本.pdf');
  expect(header).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[A-Za-z0-9.%_~-]+$/);
  expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe('Plan "é"; x=\r\n日本.pdf');
});
