import 'server-only';
import { z } from 'zod';
import { sortByName } from '#i18n/format';
import { defaultLocale, type Locale } from '#i18n/locales';
import { database } from '#server/platform/db';

type Named = { id: string; name: string };

/** How many published practices there are by topic and country, and what has none. */
export type Gaps = {
  topics: readonly Named[];
  /** Codes of the countries that have a published practice. */
  countries: readonly string[];
  /** By `${topic} ${country}`; what is not there is none. */
  counts: ReadonlyMap<string, number>;
  idleTopics: readonly Named[];
  idleNetworks: readonly Named[];
  idleCities: readonly (Named & { country: string; network: string })[];
};

const Counts = z.array(z.object({ topic: z.string().nullable(), country: z.string(), count: z.number() }));

/** Reads them in one go; names in the reader's language. */
export async function readGaps(locale: Locale): Promise<Gaps> {
  const db = database();
  const names = { where: { language: { in: [locale, defaultLocale] } } };
  const published = { practices: { some: { practice: { status: 'published' } } } } as const;
  const [rows, topics, networks, cities] = await Promise.all([
    db.$queryRaw`
      select pt.topic_id as topic, p.country, count(*)::int as count
      from practice p left join practice_topic pt on pt.practice_id = p.id
      where p.status = 'published' group by 1, 2`,
    db.topic.findMany({ include: { names }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    db.network.findMany({ where: { cities: { none: published } }, include: { names } }),
    db.city.findMany({
      where: { networkId: { not: null }, NOT: published },
      include: { names, network: { include: { names } } },
    }),
  ]);
  const counted = Counts.parse(rows);
  const named = topics.map((topic) => nameOf(topic, locale));
  return {
    topics: named,
    countries: [...new Set(counted.map(({ country }) => country))],
    counts: new Map(counted.map(({ topic, country, count }) => [`${topic} ${country}`, count])),
    idleTopics: named.filter(({ id }) => !counted.some(({ topic }) => topic === id)),
    idleNetworks: sortByName(
      networks.map((network) => nameOf(network, locale)),
      ({ name }) => name,
      locale,
    ),
    idleCities: sortByName(
      cities.map((city) => ({
        ...nameOf(city, locale),
        country: city.country,
        network: city.network ? nameOf(city.network, locale).name : '',
      })),
      ({ name }) => name,
      locale,
    ),
  };
}

type Row = { id: string; names: readonly { language: string; name: string }[] };

function nameOf({ id, names }: Row, locale: Locale): Named {
  const of = (language: string) => names.find((name) => name.language === language)?.name;
  return { id, name: of(locale) ?? of(defaultLocale) ?? id };
}
