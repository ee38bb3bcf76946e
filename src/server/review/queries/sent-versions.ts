import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { SentFile } from '#domain/published-file';
import { DraftFields } from '#domain/submission-fields';
import type { DescribedFile } from '#domain/submission-files';
import { type Database, database } from '#server/platform/db';
import { findSubmission } from '#server/practices/select/submission';

/** What was sent, which time, and when. */
export type SentVersion = { number: number; at: Date; fields: DraftFields; files: readonly DescribedFile[] };

const Versions = z.array(
  z.object({ number: z.number(), at: z.date(), fields: DraftFields, files: z.array(SentFile) }),
);

/** Everything that was sent of a submission, in order; null when there is none for this person. */
export async function readSentVersions(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<SentVersion[] | null> {
  const submission = await findSubmission(db, id);
  if (!submission || !may(actor, 'readReview', submission)) return null;
  return Versions.parse(
    await db.submissionSent.findMany({ where: { submissionId: id }, orderBy: { number: 'asc' } }),
  );
}
