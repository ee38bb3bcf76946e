import 'server-only';
import { anyLanguage, type VocabularyKind } from '#domain/vocabulary';
import { listWords, type VocabularyEntry } from '#domain/vocabulary-entry';
import type { Transaction } from '#server/platform/db';

type Written = { kind: VocabularyKind; id: string; entry: VocabularyEntry; now: Date };

/** Writes a new entry, the last of its list. */
export async function insertEntry(tx: Transaction, { kind, id, entry, now }: Written): Promise<void> {
  const names = namesOf(entry);
  const editedAt = now;
  if (kind === 'topic') {
    const { _max } = await tx.topic.aggregate({ _max: { position: true } });
    const position = (_max.position ?? -1) + 1;
    await tx.topic.create({ data: { id, position, thread: entry.thread ?? 1, editedAt } });
    await writeTopicTexts(tx, id, entry);
  } else if (kind === 'group') {
    const { _max } = await tx.targetGroup.aggregate({ _max: { position: true } });
    const position = (_max.position ?? -1) + 1;
    await tx.targetGroup.create({ data: { id, position, editedAt, names: { createMany: { data: names } } } });
  } else {
    await tx.city.create({ data: { id, ...placeOf(entry), editedAt } });
    await writeCityNames(tx, id, entry);
  }
}

/** Writes what an entry says now. */
export async function updateEntry(tx: Transaction, { kind, id, entry, now }: Written): Promise<void> {
  const editedAt = now;
  if (kind === 'topic') {
    await tx.topic.update({ where: { id }, data: { thread: entry.thread ?? 1, editedAt } });
    await tx.topicName.deleteMany({ where: { topicId: id } });
    await tx.topicWord.deleteMany({ where: { topicId: id } });
    await writeTopicTexts(tx, id, entry);
  } else if (kind === 'group') {
    await tx.targetGroupName.deleteMany({ where: { targetGroupId: id } });
    const names = { createMany: { data: namesOf(entry) } };
    await tx.targetGroup.update({ where: { id }, data: { editedAt, names } });
  } else {
    await tx.city.update({ where: { id }, data: { ...placeOf(entry), editedAt } });
    await tx.cityName.deleteMany({ where: { cityId: id } });
    await writeCityNames(tx, id, entry);
  }
}

/** Takes an entry away. Throws where a practice or a person still has it. */
export async function deleteEntry(tx: Transaction, kind: VocabularyKind, id: string): Promise<void> {
  if (kind === 'topic') await tx.topic.delete({ where: { id } });
  else if (kind === 'group') await tx.targetGroup.delete({ where: { id } });
  else await tx.city.delete({ where: { id } });
}

async function writeTopicTexts(tx: Transaction, topicId: string, entry: VocabularyEntry): Promise<void> {
  await tx.topicName.createMany({ data: namesOf(entry).map((name) => ({ topicId, ...name })) });
  await tx.topicWord.createMany({ data: listWords(entry.words).map((word) => ({ topicId, ...word })) });
}

async function writeCityNames(tx: Transaction, cityId: string, entry: VocabularyEntry): Promise<void> {
  const also = entry.words[anyLanguage] ?? [];
  const names = [...namesOf(entry), ...also.map((name) => ({ language: anyLanguage, name }))];
  await tx.cityName.createMany({ data: names.map((name) => ({ cityId, ...name })) });
}

function placeOf({ place }: VocabularyEntry) {
  if (!place) throw new Error('A city is somewhere.');
  return { ...place };
}

function namesOf({ names }: VocabularyEntry): { language: string; name: string }[] {
  return Object.entries(names).map(([language, name]) => ({ language, name }));
}
