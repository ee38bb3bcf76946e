import { beforeEach, describe, expect, test, vi } from 'vitest';
import { directionOf, locales } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { writeSignInCode } from '#server/mail/kinds/sign-in-code';
import { setLetter } from '#server/mail/letter';

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@localhost/none');
  vi.stubEnv('SITE_URL', 'https://practices.example.org');
});

describe.each(locales)('a code in %s', (locale) => {
  const write = () => writeSignInCode({ t: translatorOf(locale), locale }, { code: '123456', minutes: 10 });

  test('stands in both texts and not in the subject', () => {
    const { subject, text, html } = setLetter(write(), locale);
    expect(text).toContain('\n    123456\n');
    expect(html).toContain('<strong>123456</strong>');
    expect(subject).not.toContain('123456');
  });

  test('says where the site is and why it came, in its language', () => {
    const { text, html } = setLetter(write(), locale);
    for (const said of [`https://practices.example.org/${locale}`, write().why]) expect(text).toContain(said);
    expect(html).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`);
    expect(html).toContain(`href="https://practices.example.org/${locale}"`);
  });
});

const hostile = 'A\r\nBcc: all@example.org\0 <img src=x onerror=alert(1)>';

test('what someone typed begins no header and is no HTML', () => {
  const letter = { subject: hostile, parts: [hostile, { label: hostile, path: '/en/"' }], why: hostile };
  const { subject, text, html } = setLetter(letter, 'en');
  expect(subject).toBe('A Bcc: all@example.org <img src=x onerror=alert(1)>');
  expect(html).not.toMatch(/<img|\0/);
  expect(html).toContain('href="https://practices.example.org/en/&quot;"');
  expect(text).not.toMatch(/[\0\r]/);
});

test('loads nothing', () => {
  const { html } = setLetter({ subject: 's', parts: ['p'], why: 'w' }, 'en');
  expect(html).not.toMatch(/<(?:img|link|style|script)|\bsrc=|\bstyle=/);
});
