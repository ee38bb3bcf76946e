import 'server-only';
import { defaultLocale, type Locale } from '#i18n/locales';
import { database } from '#server/platform/db';

export type OwnCity = { id: string; name: string; state: 'confirmed' | 'asked' | 'refused' };

/** The cities a person named or was invited for, in the order in which that happened. */
export async function listOwnCities(accountId: string, locale: Locale): Promise<OwnCity[]> {
  const rows = await database().affiliation.findMany({
    where: { accountId },
    orderBy: { askedAt: 'asc' },
    select: {
      ...{ id: true, cityName: true, cityId: true, confirmed: true, decidedAt: true },
      city: { select: { names: { where: { language: { in: [locale, defaultLocale] } } } } },
    },
  });
  return rows.map(({ id, cityName, cityId, confirmed, decidedAt, city }) => {
    const names = city?.names ?? [];
    const known = names.find(({ language }) => language === locale)?.name ?? names[0]?.name;
    const state = confirmed ? 'confirmed' : decidedAt ? 'refused' : 'asked';
    return { id, name: cityName ?? known ?? cityId ?? '', state };
  });
}
