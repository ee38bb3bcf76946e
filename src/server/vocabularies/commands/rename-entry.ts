import 'server-only';
import type { Actor } from '#domain/actor';
import type { VocabularyKind } from '#domain/vocabulary';
import { spellEntry, type VocabularyEntry } from '#domain/vocabulary-entry';
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
import { updateEntry } from '#server/vocabularies/commands/write-entry';
import { findNamesakes } from '#server/vocabularies/queries/namesakes';
import { seenOf } from '#server/vocabularies/select';

type Rename = {
  actor: Actor;
  kind: VocabularyKind;
  id: string;
  /** What the form says it showed. */
  seen: string;
  entry: VocabularyEntry;
  now: Date;
};
type RenameResult =
  | { ok: true }
  | Refused
  /** Someone changed it since the form was opened: nothing was written. */
  | { ok: false; reason: 'changed' }
  | { ok: false; reason: 'taken'; by: string };

/** Changes what an entry says: its names, the words it is searched by, a topic's colour, where a city is. */
export function renameEntry(rename: Rename, db?: Database): Promise<RenameResult> {
  return changeVocabulary(rename.actor, (tx) => renameInto(tx, rename), db);
}

async function renameInto(
  tx: Transaction,
  { actor, kind, id, seen, entry, now }: Rename,
): Promise<RenameResult> {
  const before = await lockEntry(tx, kind, id);
  if (!before) return notFound;
  if (spellEntry(before) === spellEntry(entry)) return { ok: true };
  if (seenOf(before) !== seen) return { ok: false, reason: 'changed' };
  const namesake = (await findNamesakes(tx, kind, entry)).find((other) => other !== id);
  if (namesake !== undefined) return { ok: false, reason: 'taken', by: namesake };
  await updateEntry(tx, { kind, id, entry, now });
  const practiceIds = await listUsers(tx, kind, id);
  const noted = { kind, id, before: noteOf(before), after: noteOf(entry) };
  await announceChange(tx, { actor, now, event: 'vocabulary-renamed', ...noted, practiceIds });
  return { ok: true };
}
