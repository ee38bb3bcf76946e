import 'server-only';
import type { Doer } from '#domain/told-event';
import { defaultLocale, type Locale } from '#i18n/locales';
import type { Database } from '#server/platform/db';
import type { EventData, EventRow } from '#server/practices/select/event-row';
import type { StoredSubmission } from '#server/practices/select/submission';

type About = { submission: Pick<StoredSubmission, 'id' | 'members'>; locale: Locale };

/** Names for the ids that events hold. Names are read when they are told, so that one can be forgotten. */
export type EventNames = {
  doerOf: (event: Pick<EventRow, 'actor' | 'data'>) => Doer;
  /** With whom, from whom, or who was asked. */
  personOf: (data: EventData) => string | undefined;
  askedBy: (opinion: string) => string | undefined;
  /** What somebody from outside wrote. */
  wordsOf: (data: EventData) => string | undefined;
  cityOf: (id: string) => string;
  /** Comments that its writers got with the decision of this moment. */
  commentsAt: (at: Date) => number;
};

/** Reads the names for all of these events, in the reader's language. */
export async function readEventNames(
  db: Database,
  rows: readonly EventRow[],
  { submission: { id, members }, locale }: About,
): Promise<EventNames> {
  const opinions = await readOpinions(db, rows);
  const asked = [...opinions.values()].map(({ askedBy }) => askedBy);
  const [accounts, cities, shared] = await Promise.all([
    readAccounts(db, [...asked, ...rows.flatMap(({ actor, data }) => [actor, data.with, data.from])]),
    readCities(db, rows, locale),
    readShared(db, id, rows),
  ]);
  const nameOf = (accountId: string | undefined) => accounts.get(accountId ?? '')?.name;
  return {
    doerOf: ({ actor, data }) => {
      if (actor === 'site' || actor === 'content') return { id: actor, as: actor, name: null };
      const opinion = opinions.get(data.opinion ?? '');
      if (actor === 'outside')
        return { id: actor, as: actor, name: opinion?.signedName ?? opinion?.name ?? null };
      const account = accounts.get(actor);
      if (members.includes(actor)) return { id: actor, as: 'author', name: account?.name ?? null };
      const role = account?.roles.includes('editor') ? 'editor' : (account?.roles[0] ?? 'editor');
      return { id: actor, as: role, name: account?.name ?? null };
    },
    personOf: ({ with: other, from, opinion }) =>
      nameOf(other) ?? nameOf(from) ?? opinions.get(opinion ?? '')?.name,
    askedBy: (opinion) => nameOf(opinions.get(opinion)?.askedBy),
    wordsOf: ({ opinion, verdict }) => (verdict ? opinions.get(opinion ?? '')?.words : undefined),
    cityOf: (city) => cities.get(city) ?? city,
    commentsAt: (at) => shared.get(at.getTime()) ?? 0,
  };
}

async function readOpinions(db: Database, rows: readonly EventRow[]) {
  const ids = rows.flatMap(({ data }) => data.opinion ?? []);
  if (ids.length === 0) return new Map<string, never>();
  const opinions = await db.opinion.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, signedName: true, words: true, askedBy: true },
  });
  return new Map(opinions.map((opinion) => [opinion.id, opinion]));
}

async function readAccounts(db: Database, ids: readonly (string | undefined)[]) {
  const accounts = await db.account.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true, email: true, roles: true },
  });
  return new Map(accounts.map(({ id, name, email, roles }) => [id, { name: name || email, roles }]));
}

async function readCities(db: Database, rows: readonly EventRow[], locale: Locale) {
  const ids = rows.flatMap(({ data, before, after }) => [
    ...(data.city ? [data.city] : []),
    ...(before.cities ?? []),
    ...(after.cities ?? []),
  ]);
  if (ids.length === 0) return new Map<string, string>();
  const names = await db.cityName.findMany({
    where: { cityId: { in: [...new Set(ids)] }, language: { in: [locale, defaultLocale] } },
  });
  // The reader's language last, so that it is the one that stays.
  const ordered = names.sort(
    (one, other) => Number(one.language === locale) - Number(other.language === locale),
  );
  return new Map(ordered.map(({ cityId, name }) => [cityId, name]));
}

/** Comments by the moment at which they were shown. */
async function readShared(db: Database, submissionId: string, rows: readonly EventRow[]) {
  if (!rows.some(({ kind }) => kind === 'changes-requested')) return new Map<number, number>();
  const groups = await db.reviewComment.groupBy({
    ...{ by: ['sharedAt'], where: { submissionId, threadId: null, sharedAt: { not: null } } },
    _count: { _all: true },
  });
  return new Map(groups.map(({ sharedAt, _count }) => [sharedAt?.getTime() ?? 0, _count._all]));
}
