import 'server-only';
import type { Actor } from '#domain/actor';
import type { SubmissionState } from '#domain/lifecycle';
import { may } from '#domain/permissions';
import type { Thread } from '#domain/review-talk';
import { DraftFields, type FieldName } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { readConflicts, type SavedConflict } from '#server/practices/select/saves/conflicts';
import { submissionSaves } from '#server/practices/select/saves/log';
import { findSubmission, type StoredSubmission } from '#server/practices/select/submission';
import { readThreads } from '#server/practices/select/talk';
import { type Revised, readRevised } from '#server/submissions/queries/revised';

/** Two texts for one field, of which a person has to choose. */
type Conflict = Omit<SavedConflict<FieldName>, 'name'> & { field: FieldName };

export type Draft = {
  id: string;
  reference: string | null;
  state: SubmissionState;
  version: number;
  fields: DraftFields;
  updatedAt: Date;
  submittedAt: Date | null;
  /** Whether the person may write in it now. */
  writable: boolean;
  /** Files it holds. */
  files: number;
  /** The published practice that it is a revision of. */
  revised: Revised | null;
  conflicts: readonly Conflict[];
  /** What editors wrote about it, as far as its writers may read it; for them alone. */
  talk: readonly Thread[];
};

/** A submission as the person may see it; null when there is none for them. */
export async function readDraft(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<Draft | null> {
  const stored = await findSubmission(db, id);
  if (!stored || !may(actor, 'read', stored)) return null;
  const { members: _, ...submission } = stored;
  const writable = may(actor, 'write', stored);
  const [conflicts, files, revised, talk] = await Promise.all([
    writable ? readDraftConflicts(db, id, actor) : [],
    db.submissionFile.count({ where: { submissionId: id, removedAt: null } }),
    stored.basedOn === null ? null : readRevised(db, id),
    readOwnTalk(db, actor, stored),
  ]);
  return { ...submission, writable, files, revised, conflicts, talk };
}

/** What was never sent, nobody has commented. */
export async function readOwnTalk(
  db: Database,
  actor: Actor,
  { id, reference, members }: StoredSubmission,
): Promise<Thread[]> {
  if (reference === null || !members.includes(actor.id)) return [];
  return readThreads(db, { id, reader: actor.id, withUnshared: false });
}

async function readDraftConflicts(db: Database, id: string, actor: Actor): Promise<Conflict[]> {
  const conflicts = await readConflicts(db, submissionSaves(id), DraftFields.keyof(), actor);
  return conflicts.map(({ name: field, ...conflict }) => ({ field, ...conflict }));
}
