import 'server-only';
import type { ContentPractice } from '#domain/content-practice';
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

/** Whether an entry of the files was merged or removed on the site. */
export type IsGone = (kind: VocabularyKind, id: string) => boolean;

/**
 * Says which entries of the files are left out, since they were merged or removed. What was removed comes back when a
 * practice that is written needs it.
 */
export async function findGoneEntries(
  tx: Transaction,
  redirects: readonly Redirect[],
  written: readonly ContentPractice[],
): Promise<IsGone> {
  const needed: Record<VocabularyKind, ReadonlySet<string>> = {
    city: new Set(written.flatMap(({ cities }) => cities)),
    topic: new Set(written.flatMap(({ topics }) => topics)),
    group: new Set(written.flatMap(({ targetGroups }) => targetGroups)),
  };
  const back = redirects.filter(({ kind, fromId, toId }) => toId === null && needed[kind].has(fromId));
  for (const { kind, fromId } of back)
    await tx.vocabularyRedirect.delete({ where: { kind_fromId: { kind, fromId } } });
  const gone = redirects.filter((one) => !back.includes(one));
  const keys = new Set(gone.map(({ kind, fromId }) => `${kind} ${fromId}`));
  return (kind, id) => keys.has(`${kind} ${id}`);
}
