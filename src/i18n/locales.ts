/** The languages of the interface. Adding one: a message file, and a line here and in `translator.ts`. */
export const locales = ['en', 'fr', 'sq', 'ar'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'en';

/**
 * How dates and numbers are written: English as Europe's cities do, 23 November 2026; Arabic with the digits that years
 * and figures have in the texts themselves.
 */
export const formatTags: Record<Locale, string> = { en: 'en-GB', fr: 'fr', sq: 'sq', ar: 'ar-u-nu-latn' };

export function isLocale(value: string): value is Locale {
  return locales.some((locale) => locale === value);
}

/** 'ltr' or 'rtl', for the `dir` beside every `lang`. Unknown languages read left to right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ur', 'yi'].includes(language.split('-')[0] ?? '')
    ? 'rtl'
    : 'ltr';
}

/** The interface language that suits an Accept-Language header best (RFC 9110, 12.5.4); the default if none does. */
export function bestLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 30)
    .map(readRange)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    if (language === '*') return defaultLocale;
    if (isLocale(language)) return language;
  }
  return defaultLocale;
}

function readRange(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const quality = parameters.map((part) => part.trim()).find((part) => part.startsWith('q='));
  const weight = quality ? Number(quality.slice(2)) : 1;
  return { language: tag.trim().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
