import 'server-only';
import type { Actor } from '#domain/actor';
import { eventOf, nextState, type Verb } from '#domain/lifecycle';
import type { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';
import { appendSubmissionEvent, type EventData } from '#server/practices/events/submission';
import type { StoredSubmission } from '#server/practices/select/submission';

type Move = {
  /** Who does it: a person, or the site itself. */
  actor: Pick<Actor, 'id'>;
  verb: Verb;
  now: Date;
  /** Other columns that change with it. */
  set?: Prisma.SubmissionUncheckedUpdateInput;
  /** What the history tells besides. */
  data?: EventData;
};

/**
 * Takes a submission that this transaction holds where a verb leads, and notes it. Whether the person may is for the
 * command to have asked. Throws where the verb leads nowhere from here.
 */
export async function moveSubmission(
  tx: Transaction,
  { id, state: from }: Pick<StoredSubmission, 'id' | 'state'>,
  { actor, verb, now, set, data }: Move,
): Promise<void> {
  const state = nextState(from, verb);
  if (!state) throw new Error(`${verb} leads nowhere from ${from}`);
  await tx.submission.update({ where: { id }, data: { ...set, state, updatedAt: now } });
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: eventOf(verb), at: now },
    ...{ before: { state: from }, after: { state } },
    ...(data && { data }),
  });
}
