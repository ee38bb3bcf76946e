import 'server-only';
import type { Actor } from '#domain/actor';
import type { VocabularyKind } from '#domain/vocabulary';
import { withWordsOf } from '#domain/vocabulary-entry';
import type { Database, Transaction } from '#server/platform/db';
import {
  announceChange,
  changeVocabulary,
  listUsers,
  lockEntry,
  noteOf,
  notFound,
  type Refused,
} from '#server/vocabularies/commands/change-vocabulary';
import { mergeInDrafts } from '#server/vocabularies/commands/merge-in-drafts';
import { mergeInPeople } from '#server/vocabularies/commands/merge-in-people';
import { mergeInPractices } from '#server/vocabularies/commands/merge-in-practices';
import { deleteEntry, updateEntry } from '#server/vocabularies/commands/write-entry';
import { seenOf } from '#server/vocabularies/select';

type Merge = {
  actor: Actor;
  kind: VocabularyKind;
  /** What disappears. */
  from: string;
  /** What it becomes. */
  into: string;
  /** What the page says it showed of both. */
  seen: { from: string; into: string };
  now: Date;
};
type MergeResult =
  | { ok: true }
  | Refused
  /** Someone changed one of them since the page was opened; or the cities are in two countries. Nothing was written. */
  | { ok: false; reason: 'changed' | 'other-country' };

/**
 * Makes one entry of a list another: whatever has the first has the second from now on, the first is what the second is
 * searched by, and its addresses lead to the second for ever. The same twice is one.
 */
export function mergeEntries(merge: Merge, db?: Database): Promise<MergeResult> {
  return changeVocabulary(merge.actor, (tx) => mergeInto(tx, merge), db);
}

async function mergeInto(
  tx: Transaction,
  { actor, kind, from, into, seen, now }: Merge,
): Promise<MergeResult> {
  if (from === into) return notFound;
  const gone = await lockEntry(tx, kind, from);
  const kept = await lockEntry(tx, kind, into);
  if (!kept) return notFound;
  if (!gone) return (await wasMerged(tx, kind, from, into)) ? { ok: true } : notFound;
  if (gone.place?.country !== kept.place?.country) return { ok: false, reason: 'other-country' };
  if (seenOf(gone) !== seen.from || seenOf(kept) !== seen.into) return { ok: false, reason: 'changed' };
  const practiceIds = await listUsers(tx, kind, from);
  // Those of the second are found by the names of the first from now on.
  const renamedIds = kind === 'group' ? [] : await listUsers(tx, kind, into);
  const merge = { kind, from, into };
  await mergeInPractices(tx, merge);
  const drafts = await mergeInDrafts(tx, { ...merge, actor, now });
  if (kind === 'city') await mergeInPeople(tx, merge);
  const entry = withWordsOf(kind, kept, gone);
  await updateEntry(tx, { kind, id: into, entry, now });
  await deleteEntry(tx, kind, from);
  // Chains are made flat: an address leads on once.
  await tx.vocabularyRedirect.updateMany({ where: { kind, toId: from }, data: { toId: into } });
  await tx.vocabularyRedirect.create({ data: { kind, fromId: from, toId: into, at: now } });
  const before = { ...noteOf(gone), practices: practiceIds.length, drafts };
  const noted = { kind, id: from, before, after: { id: into, ...noteOf(entry) } };
  const all = [...new Set([...practiceIds, ...renamedIds])];
  await announceChange(tx, { actor, now, event: 'vocabulary-merged', ...noted, practiceIds: all });
  return { ok: true };
}

async function wasMerged(
  tx: Transaction,
  kind: VocabularyKind,
  from: string,
  into: string,
): Promise<boolean> {
  const redirect = await tx.vocabularyRedirect.findUnique({
    where: { kind_fromId: { kind, fromId: from } },
  });
  return redirect?.toId === into;
}
