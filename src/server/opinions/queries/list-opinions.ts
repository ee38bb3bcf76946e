import 'server-only';
import type { Actor } from '#domain/actor';
import type { Verdict } from '#domain/opinion';
import { may } from '#domain/permissions';
import { DraftFields } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { findSubmission } from '#server/practices/select/submission';

/** Somebody who was asked from outside, as the editors see it. */
export type ListedOpinion = {
  id: string;
  name: string;
  email: string;
  question: string;
  /** Which of the texts that were sent it is about. */
  sentNumber: number;
  askedAt: Date;
  expiresAt: Date;
  firstReadAt: Date | null;
  state: 'open' | 'given' | 'ended' | 'over';
  given: { verdict: Verdict; words: string; name: string; at: Date } | null;
};

export type Opinions = {
  title: string;
  reference: string | null;
  /** In the order in which they were asked, the latest first. */
  opinions: readonly ListedOpinion[];
  /** Whether the person may ask somebody else now. */
  mayAsk: boolean;
};

/** Who was asked about an example and what they said; null when there is none for this person. Never for its authors. */
export async function listOpinions(
  { actor, id, now }: { actor: Actor; id: string; now: Date },
  db: Database = database(),
): Promise<Opinions | null> {
  const submission = await findSubmission(db, id);
  if (!submission || !may(actor, 'readReview', submission)) return null;
  const [rows, sent] = await Promise.all([
    db.opinion.findMany({ where: { submissionId: id }, orderBy: [{ askedAt: 'desc' }, { id: 'asc' }] }),
    db.submissionSent.findFirst({ where: { submissionId: id }, orderBy: { number: 'desc' } }),
  ]);
  return {
    title: DraftFields.parse(sent?.fields ?? {}).title.trim(),
    reference: submission.reference,
    mayAsk: may(actor, 'review', submission),
    opinions: rows.map(({ verdict, words, signedName, signedAt, endedAt, ...row }) => ({
      ...{ id: row.id, name: row.name, email: row.email, question: row.question, sentNumber: row.sentNumber },
      ...{ askedAt: row.askedAt, expiresAt: row.expiresAt, firstReadAt: row.firstReadAt },
      state: signedAt ? 'given' : endedAt ? 'ended' : row.expiresAt <= now ? 'over' : 'open',
      given: verdict && signedName && signedAt ? { verdict, words, name: signedName, at: signedAt } : null,
    })),
  };
}
