import 'server-only';
import type { Actor } from '#domain/actor';
import { mayEditVocabularies } from '#domain/permissions';
import type { VocabularyKind } from '#domain/vocabulary';
import type { VocabularyEntry } from '#domain/vocabulary-entry';
import { Prisma } from '#generated/prisma/client';
import { type AccountEventKind, appendAccountEvent } from '#server/accounts/events';
import { type Database, database, type Transaction } from '#server/platform/db';
import { refreshSearch } from '#server/practices/commands/refresh-search';
import { longestTurn, takeTurn } from '#server/practices/commands/take-turn';
import { findEntry } from '#server/vocabularies/select';

/** Whoever may not look after vocabularies is told that there is nothing. */
export type Refused = { ok: false; reason: 'not-found' };
export const notFound: Refused = { ok: false, reason: 'not-found' };

/**
 * One change of the vocabularies, in one transaction: they come one after the other, and never while the files are
 * loaded, whatever instance they are made on.
 */
export function changeVocabulary<T>(
  actor: Actor,
  work: (tx: Transaction) => Promise<T>,
  db: Database = database(),
): Promise<T | Refused> {
  return db.$transaction(async (tx) => {
    if (!mayEditVocabularies(actor)) return notFound;
    await takeTurn(tx);
    return work(tx);
  }, longestTurn);
}

/** An entry that nobody begins to use, or takes away, until the transaction ends; null where there is none. */
export async function lockEntry(
  tx: Transaction,
  kind: VocabularyKind,
  id: string,
): Promise<VocabularyEntry | null> {
  const rows = {
    topic: Prisma.sql`select from topic where id = ${id} for update`,
    city: Prisma.sql`select from city where id = ${id} for update`,
    group: Prisma.sql`select from target_group where id = ${id} for update`,
  };
  await tx.$executeRaw(rows[kind]);
  return findEntry(tx, kind, id);
}

/** Ids of the practices that have an entry. */
export async function listUsers(tx: Transaction, kind: VocabularyKind, id: string): Promise<string[]> {
  const select = { practiceId: true };
  const rows = {
    topic: () => tx.practiceTopic.findMany({ where: { topicId: id }, select }),
    city: () => tx.practiceCity.findMany({ where: { cityId: id }, select }),
    group: () => tx.practiceTargetGroup.findMany({ where: { targetGroupId: id }, select }),
  };
  return (await rows[kind]()).map(({ practiceId }) => practiceId);
}

type Change = {
  actor: Actor;
  now: Date;
  event: Extract<AccountEventKind, `vocabulary-${string}`>;
  kind: VocabularyKind;
  id: string;
  before: Prisma.InputJsonObject | null;
  after: Prisma.InputJsonObject | null;
  /** The practices that are found or shown in another way from now on. */
  practiceIds: readonly string[];
};

/** Makes a change public with the end of the transaction, and notes it. */
export async function announceChange(tx: Transaction, change: Change): Promise<void> {
  const { actor, now, event, kind, id, before, after, practiceIds } = change;
  await refreshSearch(tx, practiceIds);
  await appendAccountEvent(tx, {
    ...{ accountId: actor.id, actor: actor.id, kind: event, at: now },
    ...{ data: { kind, id }, ...(before && { before }), ...(after && { after }) },
  });
  // Last, since all who publish wait for this row.
  await tx.$queryRaw`select publish_change(${practiceIds}::text[], true)`;
}

/** An entry as it stands in an event. */
export function noteOf({ names, words, thread, place }: VocabularyEntry): Prisma.InputJsonObject {
  const lists = Object.fromEntries(Object.entries(words).map(([language, list]) => [language, [...list]]));
  return { names: { ...names }, words: lists, ...(thread && { thread }), ...(place && { place }) };
}
