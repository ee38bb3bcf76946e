import 'server-only';
import { site } from '#domain/actor';
import { answerBy } from '#domain/decision';
import { type Database, database, type Transaction } from '#server/platform/db';
import { log } from '#server/platform/log';
import { turns } from '#server/practices/commands/lock-for';
import { mailEditors } from '#server/practices/commands/mail-editors';
import { moveSubmission } from '#server/practices/commands/move-submission';
import { publishLocked } from '#server/practices/commands/publish-locked';
import { lockSubmission, type StoredSubmission } from '#server/practices/select/submission';

/** Tried every minute for so long where something nobody foresaw is in the way, such as a database that is busy. */
const patienceMs = 60 * 60_000;

type Outcome = 'published' | 'stopped' | 'none';
/** Why it was not published: the editors see it in the history. */
type Why = 'overtaken' | 'incomplete' | 'failed';

/**
 * Publishes what is due, each in a transaction of its own. What cannot be published goes back to the editors, who are
 * told; it is not tried again.
 */
export async function publishDue(
  now: Date,
  db: Database = database(),
): Promise<{ published: string[]; stopped: string[] }> {
  const due = await db.submission.findMany({
    where: { state: 'scheduled', publishAt: { lte: now }, deletedAt: null },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
    select: { id: true, publishAt: true },
  });
  const done: Record<Outcome, string[]> = { published: [], stopped: [], none: [] };
  for (const { id, publishAt } of due) {
    const isHopeless = publishAt !== null && now.getTime() - publishAt.getTime() > patienceMs;
    done[await publishOne(db, { id, now, isHopeless })].push(id);
  }
  return { published: done.published, stopped: done.stopped };
}

type One = { id: string; now: Date; isHopeless: boolean };

async function publishOne(db: Database, { id, now, isHopeless }: One): Promise<Outcome> {
  try {
    return await db.$transaction((tx) => tryOne(tx, id, now), turns);
  } catch (error) {
    log().error({ err: error, submission: id }, 'what was due could not be published');
    if (!isHopeless) return 'none';
    return db.$transaction(async (tx) => {
      const submission = await lockDue(tx, id, now);
      return submission ? stop(tx, submission, 'failed', now) : 'none';
    }, turns);
  }
}

async function tryOne(tx: Transaction, id: string, now: Date): Promise<Outcome> {
  const submission = await lockDue(tx, id, now);
  if (!submission) return 'none';
  const result = await publishLocked(tx, { actor: site, submission, note: '', letter: null, now });
  return result.ok ? 'published' : stop(tx, submission, result.reason, now);
}

/** Another instance may have published it meanwhile, an editor may have put it off. */
async function lockDue(tx: Transaction, id: string, now: Date): Promise<StoredSubmission | null> {
  const submission = await lockSubmission(tx, id);
  const isDue = submission?.state === 'scheduled' && submission.publishAt && submission.publishAt <= now;
  return isDue ? submission : null;
}

async function stop(tx: Transaction, submission: StoredSubmission, why: Why, now: Date): Promise<'stopped'> {
  const { id, reference, fields, members } = submission;
  await moveSubmission(tx, submission, {
    ...{ actor: site, verb: 'reconsider', now },
    set: { publishAt: null, dueOn: answerBy(now) },
    data: { why },
  });
  const data = { id, reference: reference ?? '', title: fields.title.trim(), why };
  await mailEditors(tx, { kind: 'publication-stopped', data, members, now });
  return 'stopped';
}
