import 'server-only';
import type { FieldName } from '#domain/submission-fields';
import { type FieldValue, type FieldValues, isList } from '#domain/submission-values';
import { replaceId, type VocabularyKind } from '#domain/vocabulary';
import type { Transaction } from '#server/platform/db';

const kindOf = new Map<FieldName, VocabularyKind>([
  ['cities', 'city'],
  ['topics', 'topic'],
  ['targetGroups', 'group'],
]);

/**
 * Reads what merged topics, cities and target groups have become, and gives what puts it into the value of a field: a form
 * that was opened before a merge still offers the old ones.
 */
export async function readMerged(
  tx: Transaction,
  posted: FieldValues,
): Promise<(name: FieldName, value: FieldValue) => FieldValue> {
  const redirects = [...posted.keys()].some(isList)
    ? await tx.vocabularyRedirect.findMany({ where: { toId: { not: null } } })
    : [];
  return (name, value) =>
    redirects.reduce(
      (list, { kind, fromId, toId }) =>
        toId !== null && kind === kindOf.get(name) && typeof list !== 'string'
          ? replaceId(list, fromId, toId)
          : list,
      value,
    );
}
