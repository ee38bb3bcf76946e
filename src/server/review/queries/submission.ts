import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { decisionVerbs } from '#domain/decision-form';
import { isWritable } from '#domain/lifecycle';
import { may, type SubmissionAction } from '#domain/permissions';
import { SentFile } from '#domain/published-file';
import { DraftFields } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { findSubmission, type StoredSubmission } from '#server/practices/select/submission';
import { readChecks, type StoredChecks } from '#server/review/queries/checks';

/** What the page offers, where the person may. */
const offered = ['review', 'claim', 'release', ...decisionVerbs] as const;

/** A submission as an editor sees it. */
export type Review = Omit<StoredSubmission, 'members'> & {
  /** As they were sent; with the places that an editor added. */
  fields: DraftFields;
  files: readonly z.output<typeof SentFile>[];
  /** Each time it was sent. */
  sent: readonly { number: number; at: Date }[];
  /** Who writes in it, the author first; their language is that of the mails. */
  members: readonly { id: string; name: string; locale: string }[];
  checks: StoredChecks;
  /** Names of the editors that the page speaks of, by id. */
  names: ReadonlyMap<string, string>;
  /** Whether it is the reader who has taken it up. */
  isMine: boolean;
  /** What is in the catalogue; null before the first time. */
  practice: { slug: string; newest: number } | null;
  may: ReadonlySet<SubmissionAction>;
};

const Sent = z.object({ number: z.number(), at: z.date(), fields: DraftFields, files: z.array(SentFile) });

/** Everything the review page tells of a submission itself; null when there is none for this person. */
export async function readReview(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<Review | null> {
  const stored = await findSubmission(db, id);
  if (!stored || !may(actor, 'readReview', stored)) return null;
  const [sent, files, checks, practice, members] = await Promise.all([
    db.submissionSent.findMany({ where: { submissionId: id }, orderBy: { number: 'asc' } }),
    db.submissionFile.findMany({
      where: { submissionId: id, removedAt: null },
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    }),
    readChecks(db, id),
    readPractice(db, stored.practiceId),
    readPeople(db, stored.members),
  ]);
  const told = z.array(Sent).parse(sent);
  const kept = z.array(SentFile).parse(files);
  // While its authors change it, an editor goes on reading what they sent; but for files that are gone.
  const shown = isWritable(stored.state) ? told.at(-1) : undefined;
  const sentFiles = shown?.files.filter(({ id: file }) => kept.some((one) => one.id === file));
  const editors = [...checks.written.values()].map(({ by }) => by);
  return {
    ...stored,
    ...{ fields: shown?.fields ?? stored.fields, files: sentFiles ?? kept },
    ...{ sent: told.map(({ number, at }) => ({ number, at })), checks, practice },
    members: stored.members.flatMap((member) => members.find((one) => one.id === member) ?? []),
    names: await readNames(db, [...editors, stored.claimedBy, stored.declinedBy]),
    isMine: stored.claimedBy === actor.id,
    may: new Set(offered.filter((action) => may(actor, action, stored))),
  };
}

async function readPractice(db: Database, practiceId: string | null): Promise<Review['practice']> {
  if (!practiceId) return null;
  const [address, newest] = await Promise.all([
    db.practiceSlug.findFirst({ where: { practiceId, current: true }, select: { slug: true } }),
    db.practiceVersion.aggregate({ where: { practiceId }, _max: { number: true } }),
  ]);
  return address && { slug: address.slug, newest: newest._max.number ?? 0 };
}

async function readPeople(db: Database, ids: readonly string[]): Promise<Review['members'][number][]> {
  const rows = await db.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true, locale: true },
  });
  return rows.map(({ id, name, email, locale }) => ({ id, name: name || email, locale }));
}

async function readNames(
  db: Database,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const people = await readPeople(db, [...new Set(ids.flatMap((id) => id ?? []))]);
  return new Map(people.map(({ id, name }) => [id, name]));
}
