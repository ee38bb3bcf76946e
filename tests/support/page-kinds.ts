import type { Locale } from '#i18n/locales';

/** One address of every kind of page, by the interface language it is read in. */
export const pageKinds: Record<string, (locale: Locale) => string> = {
  list: (locale) => `/${locale}`,
  'filtered list': (locale) => `/${locale}?q=city&country=NO&country=ES&topic=education&from=1990&to=2026`,
  'list without results': (locale) => `/${locale}?q=city&country=AL&language=pt`,
  'second page': (locale) => `/${locale}?page=2`,
  'values of a facet': (locale) => `/${locale}/filters/city?country=NO`,
  excerpt: (locale) => `/${locale}/practices/a-welcoming-app`,
  summary: (locale) => `/${locale}/practices/oxlo-oslo-extra-large-a-city-for-all`,
  translation: (locale) => `/${locale}/practices/${translated[locale]}`,
  'record in another language': (locale) => `/${locale}/practices/copenhagen-diversity-charter/da`,
  'original in another language': (locale) => `/${locale}/practices/equality-data-belgium`,
  versions: (locale) => `/${locale}/practices/a-welcoming-app/history`,
  'one version': (locale) => `/${locale}/practices/copenhagen-diversity-charter/history/1`,
  collection: (locale) => `/${locale}/collections/answering-rumours`,
  about: (locale) => `/${locale}/about`,
  evidence: (locale) => `/${locale}/evidence`,
  accessibility: (locale) => `/${locale}/accessibility`,
  'missing page': (locale) => `/${locale}/no-such-page`,
  'error page': (locale) => `/${locale}/error?reference=0a1b2c3d`,
};

/** A record whose text the reader gets as a translation. */
const translated: Record<Locale, string> = {
  en: 'bilbao-anti-rumours-strategy/fr',
  fr: 'bilbao-anti-rumours-strategy',
  sq: 'limassol-intercultural-council',
  ar: 'bilbao-anti-rumours-strategy',
};
