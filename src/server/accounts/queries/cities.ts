import 'server-only';
import { defaultLocale, type Locale } from '#i18n/locales';
import { database } from '#server/platform/db';

export type CityChoice = { id: string; name: string; country: string };

/** The cities of the catalogue by their names in a language, in its order. */
export async function listCityChoices(locale: Locale): Promise<CityChoice[]> {
  const cities = await database().city.findMany({
    select: {
      ...{ id: true, country: true },
      names: { where: { language: { in: [locale, defaultLocale] } }, select: { language: true, name: true } },
    },
  });
  return cities
    .map(({ id, country, names }) => ({
      id,
      country,
      name: names.find(({ language }) => language === locale)?.name ?? names[0]?.name ?? id,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
