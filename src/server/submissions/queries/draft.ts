import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import type { SubmissionState } from '#domain/lifecycle';
import { may } from '#domain/permissions';
import type { Thread } from '#domain/review-talk';
import { DraftFields, type FieldName } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { findSubmission, type StoredSubmission } from '#server/practices/select/submission';
import { readThreads } from '#server/practices/select/talk';
import { type Revised, readRevised } from '#server/submissions/queries/revised';

/** Who wrote a text, and when. */
type Written = { by: string; own: boolean; at: Date };

/** Two texts for one field: the one that stands, and a later one that its author wrote without knowing it. */
export type Conflict = {
  field: FieldName;
  /** Names it when a person chooses. */
  save: string;
  text: string;
  written: Written;
  standing: Written & { version: number };
};

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

const ConflictRows = z.array(
  z.object({
    save: z.string(),
    field: DraftFields.keyof(),
    text: z.string(),
    by: z.string(),
    account_id: z.string(),
    at: z.coerce.date(),
    standing_by: z.string().nullable(),
    standing_account: z.string().nullable(),
    standing_at: z.coerce.date().nullable(),
    standing_version: z.number().nullable(),
  }),
);

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
    writable ? readConflicts(db, id, actor) : [],
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

async function readConflicts(db: Database, id: string, actor: Actor): Promise<Conflict[]> {
  const rows = await db.$queryRaw`
    select s.id as save, e.key as field, e.value as text, s.account_id, s.at,
      coalesce(nullif(a.name, ''), a.email) as by,
      last.account_id as standing_account, last.at as standing_at, last.version as standing_version,
      coalesce(nullif(b.name, ''), b.email) as standing_by
    from submission_save s
    cross join lateral jsonb_each_text(s.conflicts) e
    join account a on a.id = s.account_id
    left join lateral (
      select t.account_id, t.at, t.version from submission_save t
      where t.submission_id = s.submission_id and t.changed ? e.key order by t.version desc limit 1
    ) last on true
    left join account b on b.id = last.account_id
    where s.submission_id = ${id} and s.settled_at is null and jsonb_typeof(s.conflicts) = 'object'
    order by s.at, s.id`;
  return ConflictRows.parse(rows).map((row) => ({
    ...{ field: row.field, save: row.save, text: row.text },
    written: { by: row.by, own: row.account_id === actor.id, at: row.at },
    standing: {
      by: row.standing_by ?? '',
      own: row.standing_account === actor.id,
      at: row.standing_at ?? row.at,
      version: row.standing_version ?? 0,
    },
  }));
}
