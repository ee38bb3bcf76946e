import 'server-only';
import type { ContentVocabulary } from '#domain/content-vocabulary';
import { anyLanguage } from '#domain/vocabulary';
import type { IsGone } from '#server/exchange/apply-redirects';
import { compareEntries, type Name } from '#server/exchange/compare-entries';
import type { Transaction } from '#server/platform/db';

/**
 * Adds and corrects entries of the lists, and returns how many. A name that vanished from its entry goes. What was edited
 * on the site stays as it is, and what is gone stays away; the others keep the places that their list gives them.
 */
export async function loadVocabularies(
  tx: Transaction,
  vocabulary: ContentVocabulary,
  isGone: IsGone,
): Promise<number> {
  const networks = await loadNetworks(tx, vocabulary.networks);
  const topics = await loadTopics(tx, vocabulary.topics, isGone);
  const targetGroups = await loadTargetGroups(tx, vocabulary.targetGroups, isGone);
  const cities = await loadCities(tx, vocabulary.cities, isGone);
  return networks + topics + targetGroups + cities;
}

/** Removes entries that vanished from the lists, unless something still uses them or they are the site's own; how many. */
export async function removeUnusedEntries(tx: Transaction, vocabulary: ContentVocabulary): Promise<number> {
  const vanished = (entries: readonly { id: string }[]) => ({ id: { notIn: entries.map(({ id }) => id) } });
  const unused = { practices: { none: {} }, editedAt: null };
  const topics = await tx.topic.deleteMany({ where: { ...vanished(vocabulary.topics), ...unused } });
  const targetGroups = await tx.targetGroup.deleteMany({
    where: { ...vanished(vocabulary.targetGroups), ...unused },
  });
  const cities = await tx.city.deleteMany({
    where: { ...vanished(vocabulary.cities), ...unused, affiliations: { none: {} } },
  });
  const networks = await tx.network.deleteMany({
    where: { ...vanished(vocabulary.networks), cities: { none: {} } },
  });
  return topics.count + targetGroups.count + cities.count + networks.count;
}

async function loadTopics(
  tx: Transaction,
  entries: ContentVocabulary['topics'],
  isGone: IsGone,
): Promise<number> {
  const stored = await tx.topic.findMany({ include: { names: true, words: true } });
  const { added, changed } = compareEntries(
    stored.map(({ id, position, thread, names, words, editedAt }) => ({
      ...{ id, isEdited: editedAt !== null },
      columns: { position, thread, words: sortWords(words) },
      names,
    })),
    entries.map(({ id, thread, names, alsoSearchedAs }, position) => ({
      id,
      columns: { position, thread, words: wordsOf(alsoSearchedAs) },
      names: rowsOf(names),
    })),
    (id) => isGone('topic', id),
  );
  await tx.topic.createMany({
    data: added.map(({ id, columns: { position, thread } }) => ({ id, position, thread })),
  });
  await tx.topicWord.createMany({
    data: added.flatMap(({ id, columns: { words } }) => words.map((word) => ({ topicId: id, ...word }))),
  });
  await tx.topicName.createMany({
    data: added.flatMap(({ id, names }) => names.map((name) => ({ topicId: id, ...name }))),
  });
  for (const { id, columns, names } of changed) {
    const { words, ...fields } = columns;
    const replacements = {
      names: replaceWith(names),
      words: { deleteMany: {}, createMany: { data: words } },
    };
    await tx.topic.update({ where: { id }, data: { ...fields, ...replacements } });
  }
  return added.length + changed.length;
}

async function loadTargetGroups(
  tx: Transaction,
  entries: ContentVocabulary['targetGroups'],
  isGone: IsGone,
): Promise<number> {
  const stored = await tx.targetGroup.findMany({ include: { names: true } });
  const { added, changed } = compareEntries(
    stored.map(({ id, position, names, editedAt }) => ({
      ...{ id, isEdited: editedAt !== null },
      columns: { position },
      names,
    })),
    entries.map(({ id, names }, position) => ({ id, columns: { position }, names: rowsOf(names) })),
    (id) => isGone('group', id),
  );
  await tx.targetGroup.createMany({ data: added.map(({ id, columns }) => ({ id, ...columns })) });
  await tx.targetGroupName.createMany({
    data: added.flatMap(({ id, names }) => names.map((name) => ({ targetGroupId: id, ...name }))),
  });
  for (const { id, columns, names } of changed) {
    await tx.targetGroup.update({ where: { id }, data: { ...columns, names: replaceWith(names) } });
  }
  return added.length + changed.length;
}

async function loadNetworks(tx: Transaction, entries: ContentVocabulary['networks']): Promise<number> {
  const stored = await tx.network.findMany({ include: { names: true } });
  const { added, changed } = compareEntries(
    stored.map(({ id, names }) => ({ id, columns: {}, names })),
    entries.map(({ id, names }) => ({ id, columns: {}, names: rowsOf(names) })),
  );
  await tx.network.createMany({ data: added.map(({ id }) => ({ id })) });
  await tx.networkName.createMany({
    data: added.flatMap(({ id, names }) => names.map((name) => ({ networkId: id, ...name }))),
  });
  for (const { id, names } of changed) {
    await tx.network.update({ where: { id }, data: { names: replaceWith(names) } });
  }
  return added.length + changed.length;
}

async function loadCities(
  tx: Transaction,
  entries: ContentVocabulary['cities'],
  isGone: IsGone,
): Promise<number> {
  const stored = await tx.city.findMany({ include: { names: true } });
  const { added, changed } = compareEntries(
    stored.map(({ id, names, editedAt, ...columns }) => ({
      ...{ id, isEdited: editedAt !== null },
      columns,
      names,
    })),
    entries.map((city) => ({
      id: city.id,
      columns: {
        country: city.country,
        placeType: city.placeType,
        networkId: city.network ?? null,
        latitude: city.latitude,
        longitude: city.longitude,
        geonamesId: city.geonamesId ?? null,
      },
      names: [...rowsOf(city.names), ...city.alsoKnownAs.map((name) => ({ language: anyLanguage, name }))],
    })),
    (id) => isGone('city', id),
  );
  await tx.city.createMany({ data: added.map(({ id, columns }) => ({ id, ...columns })) });
  await tx.cityName.createMany({
    data: added.flatMap(({ id, names }) => names.map((name) => ({ cityId: id, ...name }))),
  });
  for (const { id, columns, names } of changed) {
    await tx.city.update({ where: { id }, data: { ...columns, names: replaceWith(names) } });
  }
  return added.length + changed.length;
}

type Word = { language: string; word: string };

function wordsOf(alsoSearchedAs: Readonly<Record<string, readonly string[]>>): Word[] {
  return sortWords(
    Object.entries(alsoSearchedAs).flatMap(([language, words]) => words.map((word) => ({ language, word }))),
  );
}

/** In one order, so that two lists of the same words are alike. */
function sortWords(words: readonly Word[]): Word[] {
  return words
    .map(({ language, word }) => ({ language, word }))
    .sort((a, b) => (`${a.language} ${a.word}` < `${b.language} ${b.word}` ? -1 : 1));
}

function rowsOf(names: Readonly<Record<string, string>>): Name[] {
  return Object.entries(names).map(([language, name]) => ({ language, name }));
}

function replaceWith(names: Name[]): { deleteMany: object; createMany: { data: Name[] } } {
  return { deleteMany: {}, createMany: { data: names } };
}
