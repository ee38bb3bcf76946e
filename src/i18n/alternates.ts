import { defaultLocale, type Locale, locales } from '#i18n/locales';

/** Canonical address and the same page in the other languages of the interface, for a page's metadata. */
export function alternatesOf(locale: Locale, pathIn: (locale: Locale) => string) {
  const languages = Object.fromEntries(locales.map((other) => [other, pathIn(other)]));
  return { canonical: pathIn(locale), languages: { ...languages, 'x-default': pathIn(defaultLocale) } };
}
