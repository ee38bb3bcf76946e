import 'server-only';
import { defaultLocale, type Locale } from '#i18n/locales';
import type { Database, Transaction } from '#server/platform/db';

type Text = { language: string; title: string };
type Titled = { originalLanguage: string; texts: readonly Text[] };

/** Columns by which a practice is named and found. */
export const named = {
  id: true,
  originalLanguage: true,
  slugs: { where: { current: true }, select: { slug: true } },
  texts: { select: { language: true, title: true } },
} as const;

/** A practice's title in the reader's language, or else in the original's, with the language it is in. */
export function titleOf({ originalLanguage, texts }: Titled, locale: Locale): Text {
  const own = texts.find(({ language }) => language === locale);
  return (
    own ?? texts.find(({ language }) => language === originalLanguage) ?? { language: locale, title: '' }
  );
}

/** The same of a practice by its id. */
export async function titleIn(db: Database | Transaction, id: string, locale: Locale): Promise<string> {
  return titleOf(await db.practice.findUniqueOrThrow({ where: { id }, select: named }), locale).title;
}

/** A city's name in the reader's language, or else in English. */
export async function cityNameIn(db: Database | Transaction, id: string, locale: Locale): Promise<string> {
  const names = await db.cityName.findMany({
    where: { cityId: id, language: { in: [locale, defaultLocale] } },
  });
  return cityNameOf(names, locale) ?? id;
}

/** Out of a city's names the reader's. */
export function cityNameOf(
  names: readonly { language: string; name: string }[],
  locale: Locale,
): string | undefined {
  return (
    names.find(({ language }) => language === locale) ??
    names.find(({ language }) => language === defaultLocale)
  )?.name;
}
