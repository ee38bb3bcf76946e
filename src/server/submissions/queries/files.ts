import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import type { DescribedFile } from '#domain/submission-files';
import { type Database, database, type Transaction } from '#server/platform/db';
import { findSubmission, type StoredSubmission } from '#server/practices/select/submission';
import type { ServedFile } from '#server/storage/answer-file';

/** A file of a submission, with what its author says about it. */
export type SubmissionFile = DescribedFile & {
  mediaType: string;
  bytes: number;
  /** Pixels of a picture in its largest variant. */
  width: number | null;
  height: number | null;
  storageKey: string;
};

const columns = {
  ...{ id: true, kind: true, name: true, mediaType: true, bytes: true, width: true, height: true },
  ...{
    storageKey: true,
    alt: true,
    decorative: true,
    credit: true,
    consent: true,
    title: true,
    language: true,
  },
} as const;

/** The files of a submission in their order. Whether a person may see them is for the caller to have asked. */
export function readFiles(db: Database | Transaction, submissionId: string): Promise<SubmissionFile[]> {
  return db.submissionFile.findMany({
    where: { submissionId, removedAt: null },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
}

/** The files of a submission for its page; null when there is none for this person. */
export async function listFiles(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<SubmissionFile[] | null> {
  const submission = await findSubmission(db, id);
  return submission && may(actor, 'read', submission) ? readFiles(db, id) : null;
}

const SentFiles = z.array(z.object({ id: z.string() }));

/** A file to be served; null when there is none, or none for this person. `readActor` is asked only where it matters. */
export async function readServedFile(
  fileId: string,
  readActor: () => Promise<Actor | null>,
  db: Database = database(),
): Promise<ServedFile | null> {
  const file = await db.submissionFile.findUnique({
    where: { id: fileId, removedAt: null },
    select: { kind: true, name: true, width: true, storageKey: true, submissionId: true },
  });
  const submission = file && (await findSubmission(db, file.submissionId));
  if (!submission) return null;
  const { submissionId: _, ...served } = file;
  if (await isPublic(submission, db)) return { ...served, isPublic: true };
  const actor = await readActor();
  if (!actor) return null;
  const isShown =
    may(actor, 'read', submission) ||
    (may(actor, 'readReview', submission) && (await wasSent(db, submission.id, fileId)));
  return isShown ? { ...served, isPublic: false } : null;
}

/** Whether a file was among what was sent last: while its authors change that, an editor goes on seeing it. */
async function wasSent(db: Database, submissionId: string, fileId: string): Promise<boolean> {
  const sent = await db.submissionSent.findFirst({
    where: { submissionId },
    orderBy: { number: 'desc' },
    select: { files: true },
  });
  return SentFiles.parse(sent?.files ?? []).some(({ id }) => id === fileId);
}

/** Of what was replaced, the files are those of an earlier version, which is shown as long as the practice is. */
async function isPublic({ state, practiceId }: StoredSubmission, db: Database): Promise<boolean> {
  if (state !== 'replaced' || practiceId === null) return state === 'published';
  return (await db.practice.count({ where: { id: practiceId, status: 'published' } })) > 0;
}

/** What is known of a submission's files before others are added; null when this person may not add any. */
export async function readRoom(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<{ digests: ReadonlySet<string>; count: number } | null> {
  const submission = await findSubmission(db, id);
  if (!submission || !may(actor, 'write', submission)) return null;
  const rows = await db.submissionFile.findMany({
    where: { submissionId: id, removedAt: null },
    select: { digest: true },
  });
  const digests = new Set(rows.map(({ digest }) => Buffer.from(digest).toString('hex')));
  return { digests, count: rows.length };
}
