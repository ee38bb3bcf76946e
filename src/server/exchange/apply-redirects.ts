import 'server-only';
import type { ContentPractice } from '#domain/content-practice';
import type { ContentVocabulary } from '#domain/content-vocabulary';
import { replaceId, type VocabularyKind } from '#domain/vocabulary';
import type { Transaction } from '#server/platform/db';

type Redirect = { kind: VocabularyKind; fromId: string; toId: string | null };

/** What was merged or removed on the site, and is not to come back with the files. */
export function readRedirects(tx: Transaction): Promise<Redirect[]> {
  return tx.vocabularyRedirect.findMany({ select: { kind: true, fromId: true, toId: true } });
}

/** Practices with what merged entries have become. */
export function withMergedEntries(
  practices: readonly ContentPractice[],
  redirects: readonly Redirect[],
): ContentPractice[] {
  const follow = (kind: VocabularyKind, ids: readonly string[]) =>
    redirects.reduce<readonly string[]>(
      (list, { kind: other, fromId, toId }) =>
        other === kind && toId !== null ? replaceId(list, fromId, toId) : list,
      ids,
    );
  return practices.map((practice) => ({
    ...practice,
    cities: [...follow('city', practice.cities)],
    topics: [...follow('topic', practice.topics)],
    targetGroups: [...follow('group', practice.targetGroups)],
  }));
}

/**
 * The lists without what was merged or removed. What was removed comes back when a practice that is written needs it.
 */
export async function withoutGoneEntries(
  tx: Transaction,
  vocabulary: ContentVocabulary,
  redirects: readonly Redirect[],
  written: readonly ContentPractice[],
): Promise<ContentVocabulary> {
  const needed: Record<VocabularyKind, ReadonlySet<string>> = {
    city: new Set(written.flatMap(({ cities }) => cities)),
    topic: new Set(written.flatMap(({ topics }) => topics)),
    group: new Set(written.flatMap(({ targetGroups }) => targetGroups)),
  };
  const back = redirects.filter(({ kind, fromId, toId }) => toId === null && needed[kind].has(fromId));
  for (const { kind, fromId } of back)
    await tx.vocabularyRedirect.delete({ where: { kind_fromId: { kind, fromId } } });
  const gone = new Set(
    redirects.filter((one) => !back.includes(one)).map(({ kind, fromId }) => `${kind} ${fromId}`),
  );
  const isThere = (kind: VocabularyKind) => (entry: { id: string }) => !gone.has(`${kind} ${entry.id}`);
  return {
    networks: vocabulary.networks,
    cities: vocabulary.cities.filter(isThere('city')),
    topics: vocabulary.topics.filter(isThere('topic')),
    targetGroups: vocabulary.targetGroups.filter(isThere('group')),
  };
}
