import 'server-only';
import type { Actor } from '#domain/actor';
import { drawEntryId, type VocabularyKind } from '#domain/vocabulary';
import { spellEntry, type VocabularyEntry } from '#domain/vocabulary-entry';
import { foldText } from '#lib/fold-text';
import type { Database, Transaction } from '#server/platform/db';
import {
  announceChange,
  changeVocabulary,
  noteOf,
  type Refused,
} from '#server/vocabularies/commands/change-vocabulary';
import { insertEntry } from '#server/vocabularies/commands/write-entry';
import { findNamesakes, listIds } from '#server/vocabularies/queries/namesakes';
import { findEntry } from '#server/vocabularies/select';

type Add = { actor: Actor; kind: VocabularyKind; entry: VocabularyEntry; now: Date };
type AddResult = { ok: true; id: string } | Refused | { ok: false; reason: 'taken'; by: string };

/** Adds an entry to a list, under an id drawn from its English name. The same twice is one. */
export function addEntry(add: Add, db?: Database): Promise<AddResult> {
  return changeVocabulary(add.actor, (tx) => addInto(tx, add), db);
}

async function addInto(tx: Transaction, { actor, kind, entry, now }: Add): Promise<AddResult> {
  const [namesake] = await findNamesakes(tx, kind, entry);
  if (namesake !== undefined) {
    const stored = await findEntry(tx, kind, namesake);
    const isSame = stored !== null && spellEntry(stored) === spellEntry(entry);
    return isSame ? { ok: true, id: namesake } : { ok: false, reason: 'taken', by: namesake };
  }
  const { present, merged } = await listIds(tx, kind);
  // An id that became another one's leads there for ever.
  const isTaken = (id: string) => present.has(id) || merged.has(id);
  const id = drawEntryId(foldText(entry.names.en ?? ''), isTaken);
  await tx.vocabularyRedirect.deleteMany({ where: { kind, fromId: id } });
  await insertEntry(tx, { kind, id, entry, now });
  const noted = { kind, id, before: null, after: noteOf(entry) };
  await announceChange(tx, { actor, now, event: 'vocabulary-added', ...noted, practiceIds: [] });
  return { ok: true, id };
}
