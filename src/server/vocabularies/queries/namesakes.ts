import 'server-only';
import type { VocabularyKind } from '#domain/vocabulary';
import type { VocabularyEntry } from '#domain/vocabulary-entry';
import { foldText } from '#lib/fold-text';
import type { Database, Transaction } from '#server/platform/db';

type Reader = Database | Transaction;

/** Ids of entries that have the same English name; of cities, in the same country. */
export async function findNamesakes(
  db: Reader,
  kind: VocabularyKind,
  { names, place }: VocabularyEntry,
): Promise<string[]> {
  const sought = foldText(names.en ?? '');
  const rows = await readNames(db, kind, place?.country ?? '');
  return rows.filter(({ name }) => foldText(name) === sought).map(({ id }) => id);
}

async function readNames(
  db: Reader,
  kind: VocabularyKind,
  country: string,
): Promise<{ id: string; name: string }[]> {
  if (kind === 'topic') {
    const rows = await db.topicName.findMany({ where: { language: 'en' } });
    return rows.map(({ topicId, name }) => ({ id: topicId, name }));
  }
  if (kind === 'group') {
    const rows = await db.targetGroupName.findMany({ where: { language: 'en' } });
    return rows.map(({ targetGroupId, name }) => ({ id: targetGroupId, name }));
  }
  const rows = await db.cityName.findMany({ where: { language: 'en', city: { country } } });
  return rows.map(({ cityId, name }) => ({ id: cityId, name }));
}

/** The ids of a list, and those that became others. */
export async function listIds(
  db: Reader,
  kind: VocabularyKind,
): Promise<{ present: Set<string>; merged: Set<string> }> {
  const select = { id: true };
  const rows = {
    topic: () => db.topic.findMany({ select }),
    city: () => db.city.findMany({ select }),
    group: () => db.targetGroup.findMany({ select }),
  };
  const present = await rows[kind]();
  const merged = await db.vocabularyRedirect.findMany({ where: { kind, toId: { not: null } } });
  return {
    present: new Set(present.map(({ id }) => id)),
    merged: new Set(merged.map(({ fromId }) => fromId)),
  };
}
