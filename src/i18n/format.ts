import type { Years } from '#domain/years';
import { formatTags, type Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** To make one of Intl's tools takes longer than to use it a hundred times, so each is made once a language. */
function onceEach<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const tool = made.get(locale) ?? make(locale);
    made.set(locale, tool);
    return tool;
  };
}

const numbers = onceEach((locale) => new Intl.NumberFormat(locale));
const languages = onceEach((locale) => new Intl.DisplayNames(locale, { type: 'language' }));
const knownLanguages = onceEach(
  (locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }),
);

const lists = onceEach((locale) => ({
  conjunction: new Intl.ListFormat(locale, { type: 'conjunction' }),
  disjunction: new Intl.ListFormat(locale, { type: 'disjunction' }),
  unit: new Intl.ListFormat(locale, { type: 'unit' }),
}));

/** Compares names as a language orders them. */
export const collatorOf = onceEach((locale) => new Intl.Collator(locale));

/** Things by their names in the order in which the reader looks for them. */
export function sortByName<T>(things: readonly T[], nameOf: (thing: T) => string, locale: Locale): T[] {
  const { compare } = collatorOf(locale);
  return [...things].sort((one, other) => compare(nameOf(one), nameOf(other)));
}

/** "Oslo, Bergen and Stavanger", as in a sentence; "or" for a disjunction, and as short as in a table for a unit. */
export function formatList(
  items: readonly string[],
  locale: Locale,
  type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
): string {
  return lists(formatTags[locale])[type].format(items);
}

/** Years as a reader sees them: "2021", "2019–2021", "since 2013", or null where the sources give none. */
export function formatYears(years: Years, locale: Locale): string | null {
  const t = translatorOf(locale);
  const { start, end, ongoing } = years;
  if (start === null) return ongoing ? t('years.ongoing') : null;
  if (ongoing) return t('years.since', { year: String(start) });
  if (end === null) return t('years.from', { year: String(start) });
  return start === end ? String(start) : `${start}–${end}`;
}

/** Whether a code is that of a language people have a name for. */
export function isLanguage(code: string): boolean {
  return knownLanguages('en').of(code) !== undefined;
}

/** A language's name as it stands inside a sentence: "Albanian", "albanais", "shqip". */
export function languageInSentence(language: string, locale: string): string {
  return languages(locale).of(language) ?? language;
}

/** A language's name in the reader's language, as it begins a line: "Albanian", "Albanais", "Shqip". */
export function languageName(language: string, locale: string): string {
  const name = languageInSentence(language, locale);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

/** A count in the reader's digits and grouping. */
export function formatCount(count: number, locale: Locale): string {
  return numbers(formatTags[locale]).format(count);
}

/** "2026-11" as "November 2026". */
export function formatMonth(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(formatTags[locale], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** "23 November 2026". */
export function formatDate(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(formatTags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** "23 November 2026 at 09:00", by the clock of Greenwich, which the words around it name. */
export function formatMoment(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(formatTags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    // The clock of 24 hours in all languages, as in the fields where times are typed.
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(date);
}

/** "09:00", by the clock of Greenwich. */
export function formatTime(date: Date, locale: Locale): string {
  const style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(formatTags[locale], style).format(date);
}
