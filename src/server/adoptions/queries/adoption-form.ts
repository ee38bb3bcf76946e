import 'server-only';
import type { Actor } from '#domain/actor';
import type { AdoptionState } from '#domain/adoption';
import { sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { cityNameOf, named, titleOf } from '#server/adoptions/queries/names';
import { type Database, database } from '#server/platform/db';

type Example = { id: string; title: string; language: string };

/** What the form needs by which an officer states that their city repeats a practice. */
export type AdoptionForm = {
  practice: Example & { slug: string };
  /** The officer's cities that may repeat it, each with its published examples. */
  cities: readonly { id: string; name: string; examples: readonly Example[] }[];
  /** What was stated for the officer's cities so far, the latest first. */
  stated: readonly { id: string; city: string; state: AdoptionState; refusedBecause: string | null }[];
};

type Asked = { actor: Actor; slug: string; locale: Locale };

/** Null where no published practice has this slug. */
export async function readAdoptionForm(
  { actor, slug, locale }: Asked,
  db: Database = database(),
): Promise<AdoptionForm | null> {
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) return null;
  const practice = await db.practice.findFirst({
    where: { status: 'published', slugs: { some: { slug, current: true } } },
    select: { ...named, cities: { select: { cityId: true } } },
  });
  if (!practice) return null;
  const own = actor.roles.includes('officer') ? actor.cities.map(({ id }) => id) : [];
  const [cities, stated] = await Promise.all([
    listCities(db, { ids: own, practice, locale }),
    db.adoption.findMany({
      where: { practiceId: practice.id, cityId: { in: own } },
      include: { city: { select: { names: true } } },
      orderBy: { statedAt: 'desc' },
    }),
  ]);
  return {
    practice: { id: practice.id, slug, ...titleOf(practice, locale) },
    cities,
    stated: stated.map(({ id, state, refusedBecause, cityId, city }) => ({
      ...{ id, state, refusedBecause },
      city: cityNameOf(city.names, locale) ?? cityId,
    })),
  };
}

type Cities = {
  ids: readonly string[];
  practice: { id: string; cities: readonly { cityId: string }[] };
  locale: Locale;
};

/** Those that are not the practice's own. */
async function listCities(db: Database, { ids, practice, locale }: Cities): Promise<AdoptionForm['cities']> {
  const others = ids.filter((id) => !practice.cities.some(({ cityId }) => cityId === id));
  const examples = {
    where: { practiceId: { not: practice.id }, practice: { status: 'published' } },
    select: { practice: { select: named } },
  } as const;
  const rows = await db.city.findMany({
    where: { id: { in: others } },
    select: { id: true, names: true, practices: examples },
  });
  const listed = rows.map(({ id, names, practices }) => {
    const titled = practices.map((one) => ({ id: one.practice.id, ...titleOf(one.practice, locale) }));
    const sorted = sortByName(titled, ({ title }) => title, locale);
    return { id, name: cityNameOf(names, locale) ?? id, examples: sorted };
  });
  return sortByName(listed, ({ name }) => name, locale);
}
