import 'server-only';
import type { Actor } from '#domain/actor';
import { TextName } from '#domain/translation';
import type { Database } from '#server/platform/db';
import { readConflicts, type SavedConflict } from '#server/practices/select/saves/conflicts';
import { translationSaves } from '#server/practices/select/saves/log';

/** Two texts for one part of a translation, of which its translator has to choose. */
export type TextConflict = SavedConflict<TextName>;

/** Parts of a translation in which two texts wait for a choice, the oldest first. */
export function readTextConflicts(
  db: Database,
  translationId: string,
  actor: Actor,
): Promise<TextConflict[]> {
  return readConflicts(db, translationSaves(translationId), TextName, actor);
}
