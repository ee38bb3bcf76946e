import 'server-only';
import type { VocabularyKind } from '#domain/vocabulary';
import { sortByName } from '#i18n/format';
import { defaultLocale, type Locale } from '#i18n/locales';
import { database } from '#server/platform/db';

/** An entry in a list, in the reader's language. */
export type ListedEntry = {
  id: string;
  name: string;
  /** Practices that have it, published or not. */
  practices: number;
  /** Of a city. */
  country: string | null;
};

type Name = { language: string; name: string };

/** Topics and target groups in their order, cities by name. */
export async function listEntries(kind: VocabularyKind, locale: Locale): Promise<ListedEntry[]> {
  const names = { where: { language: { in: [locale, defaultLocale] } } };
  const include = { names, _count: { select: { practices: true } } } as const;
  const orderBy = [{ position: 'asc' }, { id: 'asc' }] as const;
  if (kind === 'topic') {
    const topics = await database().topic.findMany({ include, orderBy: [...orderBy] });
    return topics.map((topic) => ({ ...listed(topic, locale), country: null }));
  }
  if (kind === 'group') {
    const groups = await database().targetGroup.findMany({ include, orderBy: [...orderBy] });
    return groups.map((group) => ({ ...listed(group, locale), country: null }));
  }
  const cities = await database().city.findMany({ include });
  const named = cities.map((city) => ({ ...listed(city, locale), country: city.country }));
  return sortByName(named, ({ name }) => name, locale);
}

function listed(row: { id: string; names: readonly Name[]; _count: { practices: number } }, locale: Locale) {
  return { id: row.id, name: nameIn(row.names, locale, row.id), practices: row._count.practices };
}

/** Networks that a city may belong to, by name. */
export async function listNetworks(locale: Locale): Promise<{ id: string; name: string }[]> {
  const rows = await database().network.findMany({ include: { names: true } });
  const named = rows.map(({ id, names }) => ({ id, name: nameIn(names, locale, id) }));
  return sortByName(named, ({ name }) => name, locale);
}

/** Entries of each list, and how many of them no practice has. */
export async function countEntries(): Promise<Record<VocabularyKind, { entries: number; unused: number }>> {
  const db = database();
  const unused = { where: { practices: { none: {} } } };
  const [topics, idleTopics, cities, idleCities, groups, idleGroups] = await Promise.all([
    db.topic.count(),
    db.topic.count(unused),
    db.city.count(),
    db.city.count(unused),
    db.targetGroup.count(),
    db.targetGroup.count(unused),
  ]);
  return {
    topic: { entries: topics, unused: idleTopics },
    city: { entries: cities, unused: idleCities },
    group: { entries: groups, unused: idleGroups },
  };
}

function nameIn(names: readonly Name[], locale: Locale, fallback: string): string {
  const of = (language: string) => names.find((name) => name.language === language)?.name;
  return of(locale) ?? of(defaultLocale) ?? fallback;
}
