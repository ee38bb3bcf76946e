import 'server-only';
import { eventOf, moveEvents, type Verb } from '#domain/lifecycle';
import type { Transaction } from '#server/platform/db';

/** Whether the last move of a submission was this one, by this person: who presses a button twice meant it once. */
export async function wasDoneBy(
  tx: Transaction,
  { id, actor, verb }: { id: string; actor: { id: string }; verb: Verb },
): Promise<boolean> {
  const last = await tx.submissionEvent.findFirst({
    where: { submissionId: id, kind: { in: [...moveEvents] } },
    orderBy: { id: 'desc' },
    select: { kind: true, actor: true },
  });
  return last?.kind === eventOf(verb) && last.actor === actor.id;
}
