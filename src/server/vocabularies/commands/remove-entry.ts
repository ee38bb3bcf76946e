import 'server-only';
import type { Actor } from '#domain/actor';
import type { VocabularyKind } from '#domain/vocabulary';
import type { Database, Transaction } from '#server/platform/db';
import {
  announceChange,
  changeVocabulary,
  lockEntry,
  noteOf,
  notFound,
  type Refused,
} from '#server/vocabularies/commands/change-vocabulary';
import { deleteEntry } from '#server/vocabularies/commands/write-entry';
import { isUsed, readUsage } from '#server/vocabularies/queries/usage';
import { seenOf } from '#server/vocabularies/select';

type Remove = { actor: Actor; kind: VocabularyKind; id: string; seen: string; now: Date };
type RemoveResult = { ok: true } | Refused | { ok: false; reason: 'used' | 'changed' };

/** Removes an entry that nothing uses, so that the files do not bring it back. */
export function removeEntry(remove: Remove, db?: Database): Promise<RemoveResult> {
  return changeVocabulary(remove.actor, (tx) => removeInto(tx, remove), db);
}

async function removeInto(tx: Transaction, { actor, kind, id, seen, now }: Remove): Promise<RemoveResult> {
  const key = { kind_fromId: { kind, fromId: id } };
  const entry = await lockEntry(tx, kind, id);
  if (!entry) return (await tx.vocabularyRedirect.findUnique({ where: key })) ? { ok: true } : notFound;
  if (isUsed(await readUsage(tx, kind, id))) return { ok: false, reason: 'used' };
  if (seenOf(entry) !== seen) return { ok: false, reason: 'changed' };
  await deleteEntry(tx, kind, id);
  await tx.vocabularyRedirect.create({ data: { kind, fromId: id, toId: null, at: now } });
  const noted = { kind, id, before: noteOf(entry), after: null };
  await announceChange(tx, { actor, now, event: 'vocabulary-removed', ...noted, practiceIds: [] });
  return { ok: true };
}
