import 'server-only';
import { createHash } from 'node:crypto';
import { anyLanguage, type VocabularyKind } from '#domain/vocabulary';
import { spellEntry, type VocabularyEntry } from '#domain/vocabulary-entry';
import type { Database, Transaction } from '#server/platform/db';

type Name = { language: string; name: string };
type Reader = Database | Transaction;

/** An entry as it stands; null where there is none of this id. */
export async function findEntry(
  db: Reader,
  kind: VocabularyKind,
  id: string,
): Promise<VocabularyEntry | null> {
  switch (kind) {
    case 'topic':
      return findTopic(db, id);
    case 'city':
      return findCity(db, id);
    case 'group':
      return findGroup(db, id);
  }
}

async function findTopic(db: Reader, id: string): Promise<VocabularyEntry | null> {
  const topic = await db.topic.findUnique({
    where: { id },
    include: { names: true, words: { orderBy: { word: 'asc' } } },
  });
  if (!topic) return null;
  const words = topic.words.map(({ language, word }) => ({ language, name: word }));
  return { names: namesOf(topic.names), words: listsOf(words), thread: topic.thread, place: null };
}

async function findCity(db: Reader, id: string): Promise<VocabularyEntry | null> {
  const city = await db.city.findUnique({ where: { id }, include: { names: { orderBy: { name: 'asc' } } } });
  if (!city) return null;
  const { country, placeType, networkId, latitude, longitude, names } = city;
  return {
    names: namesOf(names.filter(({ language }) => language !== anyLanguage)),
    words: listsOf(names.filter(({ language }) => language === anyLanguage)),
    thread: null,
    place: { country, placeType, networkId, latitude, longitude },
  };
}

async function findGroup(db: Reader, id: string): Promise<VocabularyEntry | null> {
  const group = await db.targetGroup.findUnique({ where: { id }, include: { names: true } });
  return group && { names: namesOf(group.names), words: {}, thread: null, place: null };
}

/**
 * What a form says it showed, so that what changed meanwhile is noticed. Of what an entry says, not of when it was
 * written: the loader of the files changes entries as well.
 */
export function seenOf(entry: VocabularyEntry): string {
  return createHash('sha256').update(spellEntry(entry)).digest('base64url').slice(0, 16);
}

function namesOf(rows: readonly Name[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ language, name }) => [language, name]));
}

function listsOf(rows: readonly Name[]): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const { language, name } of rows) lists[language] = [...(lists[language] ?? []), name];
  return lists;
}
