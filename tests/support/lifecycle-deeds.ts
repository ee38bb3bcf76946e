import type { Checks } from '#domain/review-criteria';
import type { Database } from '#server/platform/db';
import { archiveSubmission, republishSubmission } from '#server/review/commands/archive-submission';
import { claimSubmission, releaseSubmission } from '#server/review/commands/claim-submission';
import {
  acceptSubmission,
  declineSubmission,
  requestChanges,
} from '#server/review/commands/decide-submission';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { reconsiderSubmission } from '#server/review/commands/reconsider-submission';
import { saveChecks } from '#server/review/commands/save-checks';
import { scheduleSubmission } from '#server/review/commands/schedule-submission';
import { readChecks } from '#server/review/queries/checks';
import { appealDecision } from '#server/submissions/commands/appeal';
import { reopenSubmission, withdrawSubmission } from '#server/submissions/commands/change-state';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { letter } from '#tests/support/editors';
import { knownInTest } from '#tests/support/filled-draft';
import type { Attempt, Deed } from '#tests/support/lifecycle-model';
import { posting } from '#tests/support/officers';

type Answer = { ok: boolean; reason?: string };
/** What is done with one submission by a command, rather than by the test itself. */
export type Commanded = Exclude<Deed, 'site' | 'revise' | 'overtake' | 'spoil'>;

/** The time that is set for its publication, some hours ahead. */
export function publishTime(now: Date): Date {
  return new Date(now.getTime() + 3 * 3_600_000);
}

/** Does on the database what the attempt asks for, through the command that the site uses. */
export const commands: Record<Commanded, (db: Database, attempt: Attempt) => Promise<Answer>> = {
  send: (db, attempt) => sendSubmission({ ...asked(attempt), agreed: true, known: knownInTest }, db),
  withdraw: (db, attempt) => withdrawSubmission(asked(attempt), db),
  // Rare: it counts with the other refusals.
  reopen: async (db, attempt) => {
    const result = await reopenSubmission(asked(attempt), db);
    const isOther = !result.ok && result.reason === 'another-open';
    return isOther ? { ok: false, reason: 'not-possible' } : result;
  },
  appeal: (db, attempt) => appealDecision({ ...asked(attempt), words: 'Look again.' }, db),
  claim: (db, attempt) => claimSubmission({ ...asked(attempt), from: attempt.submission.claimedBy }, db),
  release: (db, attempt) => releaseSubmission(asked(attempt), db),
  requestChanges: (db, attempt) => requestChanges({ ...asked(attempt), letter }, db),
  accept: (db, attempt) => acceptSubmission({ ...asked(attempt), letter }, db),
  decline: (db, attempt) => declineSubmission({ ...asked(attempt), letter, reasons: 'Thus.' }, db),
  reconsider: (db, attempt) => reconsiderSubmission({ ...asked(attempt), reasons: 'Thus.' }, db),
  schedule: (db, attempt) =>
    scheduleSubmission({ ...asked(attempt), publishAt: publishTime(attempt.now) }, db),
  publish: (db, attempt) =>
    publishSubmission(
      {
        ...{ ...asked(attempt), letter, note: '' },
        despite: attempt.despite ? attempt.line.versions : undefined,
      },
      db,
    ),
  archive: (db, attempt) => archiveSubmission({ ...asked(attempt), letter, because: 'It ended.' }, db),
  republish: (db, attempt) => republishSubmission(asked(attempt), db),
  save: async (db, attempt) => {
    const { id } = attempt.submission;
    const { version } = await db.submission.findUniqueOrThrow({ where: { id }, select: { version: true } });
    const posted = posting({ purpose: `Written at ${attempt.now.toISOString()}`, topics: ['education'] });
    return saveDraft({ ...asked(attempt), base: version, page: '', posted }, db);
  },
  check: async (db, attempt) => {
    const { version: seen } = await readChecks(db, attempt.submission.id);
    return saveChecks({ ...asked(attempt), checks: allMet, seen }, db);
  },
};

const met = { verdict: 'met', note: '' } as const;
const allMet: Checks = { aim: met, city: met, evidence: met, plain: met, transferable: met };

/** Takes a topic away that an accepted submission names. */
export async function spoil(db: Database, id: string): Promise<void> {
  await db.$executeRaw`update submission set fields = fields || '{"topics": ["gone"]}' where id = ${id}`;
}

/** Publishes another version, as loading files does. */
export async function overtake(db: Database, practiceId: string, now: Date): Promise<void> {
  await db.$executeRaw`select keep_versions(${[practiceId]}, 'content', ${now})`;
}

function asked({ actor, submission: { id }, now }: Attempt) {
  return { actor, id, now };
}
