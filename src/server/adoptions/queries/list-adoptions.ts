import 'server-only';
import type { Actor } from '#domain/actor';
import { type AdoptionState, mayDecideAdoption } from '#domain/adoption';
import type { Locale } from '#i18n/locales';
import { cityNameOf, named, titleOf } from '#server/adoptions/queries/names';
import { type Database, database } from '#server/platform/db';

type Example = { title: string; language: string; slug: string };

/** What an officer stated, as editors see it. */
export type ListedAdoption = {
  id: string;
  state: AdoptionState;
  practice: Example;
  ownPractice: Example | null;
  city: string;
  year: number;
  words: string;
  website: string | null;
  person: string;
  email: string;
  /** Whether an editor has confirmed that they work for the city. */
  isConfirmedFor: boolean;
  statedAt: Date;
  decidedAt: Date | null;
  refusedBecause: string | null;
  /** Whether this person may decide it. */
  mayDecide: boolean;
};

type Asked = { actor: Actor; locale: Locale };

/** What waits for a decision, the longest waiting first, and what was decided last. For editors and administrators. */
export async function listAdoptions(
  { actor, locale }: Asked,
  db: Database = database(),
): Promise<{ waiting: ListedAdoption[]; decided: ListedAdoption[] }> {
  const include = {
    practice: { select: named },
    ownPractice: { select: named },
    city: { select: { names: true } },
    account: { select: { name: true, email: true, affiliations: { where: { confirmed: true } } } },
  } as const;
  const [waiting, decided] = await Promise.all([
    db.adoption.findMany({ where: { state: 'stated' }, include, orderBy: { statedAt: 'asc' }, take: 200 }),
    db.adoption.findMany({
      where: { state: { not: 'stated' } },
      ...{ include, orderBy: { decidedAt: 'desc' }, take: 20 },
    }),
  ]);
  const list = (rows: typeof waiting): ListedAdoption[] =>
    rows.map(({ practice, ownPractice, city, account, cityId, ...row }) => ({
      ...row,
      practice: exampleOf(practice, locale),
      ownPractice: ownPractice && exampleOf(ownPractice, locale),
      city: cityNameOf(city.names, locale) ?? cityId,
      person: account.name || account.email,
      email: account.email,
      isConfirmedFor: account.affiliations.some((one) => one.cityId === cityId),
      mayDecide: row.state === 'stated' && mayDecideAdoption(actor, row),
    }));
  return { waiting: list(waiting), decided: list(decided) };
}

type Stored = Parameters<typeof titleOf>[0] & { slugs: readonly { slug: string }[] };

function exampleOf(practice: Stored, locale: Locale): Example {
  return { ...titleOf(practice, locale), slug: practice.slugs[0]?.slug ?? '' };
}
