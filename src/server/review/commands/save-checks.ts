import 'server-only';
import { type Check, type Checks, type Criterion, criteria, unjudged } from '#domain/review-criteria';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import type { Asked, Refused } from '#server/review/commands/carry-out';
import { readChecks, type StoredChecks } from '#server/review/queries/checks';

type Save = Asked & {
  checks: Checks;
  /** The save that the form showed, as `readChecks` says. */
  seen: number;
};

export type ChecksResult =
  | { ok: true; version: number }
  | Refused
  /**
   * Nothing was written: another editor has judged these criteria since, differently. Their words stand; the page shows
   * both, and sends the version that stands as seen.
   */
  | { ok: false; reason: 'changed-meanwhile'; criteria: readonly Criterion[]; standing: StoredChecks };

/** Keeps what an editor found of each criterion. The same twice is one save. */
export function saveChecks(save: Save, db: Database = database()): Promise<ChecksResult> {
  return db.$transaction((tx) => saveIn(tx, save), turns);
}

async function saveIn(tx: Transaction, { actor, id, now, checks, seen }: Save): Promise<ChecksResult> {
  const locked = await lockFor(tx, { actor, id }, 'review', 'readReview');
  if (!locked.ok) return { ok: false, reason: locked.reason };
  const standing = await readChecks(tx, id);
  const isNewer = (one: Criterion) => (standing.written.get(one)?.version ?? 0) > seen;
  // What the form leaves open, and another has judged since, is not set back.
  const changed = criteria.filter(
    (one) => !isSame(checks[one], standing.checks[one]) && !(isSame(checks[one], unjudged) && isNewer(one)),
  );
  if (changed.length === 0) return { ok: true, version: standing.version };
  const overtaken = changed.filter(isNewer);
  if (overtaken.length > 0) return { ok: false, reason: 'changed-meanwhile', criteria: overtaken, standing };
  const version = standing.version + 1;
  for (const criterion of changed) {
    const { verdict, note } = checks[criterion];
    const row = { verdict, note: note.trim(), checkedBy: actor.id, at: now, version };
    await tx.reviewCheck.upsert({
      where: { submissionId_criterion: { submissionId: id, criterion } },
      create: { submissionId: id, criterion, ...row },
      update: row,
    });
  }
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: 'checked', at: now },
    before: verdictsOf(standing.checks, changed),
    after: verdictsOf(checks, changed),
  });
  return { ok: true, version };
}

function isSame(one: Check, other: Check): boolean {
  return one.verdict === other.verdict && one.note.trim() === other.note.trim();
}

/** The history tells the verdicts; the notes stay with the editors. */
function verdictsOf(checks: Checks, changed: readonly Criterion[]) {
  return Object.fromEntries(changed.map((criterion) => [criterion, checks[criterion].verdict]));
}
