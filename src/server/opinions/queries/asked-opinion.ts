import 'server-only';
import { z } from 'zod';
import { takesOpinions } from '#domain/opinion';
import { SentFile } from '#domain/published-file';
import { DraftFields } from '#domain/submission-fields';
import { hashToken } from '#server/accounts/token';
import { type Database, database } from '#server/platform/db';
import { findSubmission } from '#server/practices/select/submission';

const StoredFile = SentFile.extend({ storageKey: z.string() });
type StoredFile = z.output<typeof StoredFile>;

/** What somebody is asked about, by whom, and the example as it was sent then. */
export type AskedOpinion = {
  id: string;
  submissionId: string;
  name: string;
  /** Who asks. */
  by: string;
  question: string;
  expiresAt: Date;
  fields: DraftFields;
  files: readonly StoredFile[];
  sentAt: Date;
};

/** What a link asks; null once it was used or has ended, for one of no request, and where the example is not to be read. */
export async function readAskedOpinion(
  token: string,
  now: Date,
  db: Database = database(),
): Promise<AskedOpinion | null> {
  const stored = await db.opinion.findFirst({
    where: { tokenHash: hashToken(token), signedAt: null, endedAt: null, expiresAt: { gt: now } },
    include: { sent: true },
  });
  const submission = stored && (await findSubmission(db, stored.submissionId));
  if (!submission || !takesOpinions(submission.state)) return null;
  const editor = await db.account.findUnique({
    where: { id: stored.askedBy },
    select: { name: true, email: true },
  });
  const { id, submissionId, name, question, expiresAt, sent } = stored;
  return {
    ...{ id, submissionId, name, question, expiresAt, sentAt: sent.at },
    by: editor?.name || editor?.email || '',
    fields: DraftFields.parse(sent.fields),
    files: z.array(StoredFile).parse(sent.files),
  };
}
