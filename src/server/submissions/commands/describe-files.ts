import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import {
  applyVerb,
  type FileVerb,
  mergeDescription,
  type PostedField,
  postedName,
} from '#domain/posted-files';
import type { FormValues } from '#lib/form-values';
import { type Database, database, type Transaction } from '#server/platform/db';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { lockSubmission } from '#server/practices/select/submission';
import { readFiles, type SubmissionFile } from '#server/submissions/queries/files';

type Describe = {
  actor: Actor;
  id: string;
  values: FormValues;
  /** What a button asked for besides. */
  verb: FileVerb | null;
  now: Date;
};

export type DescribeResult =
  /** `conflicts`: names of fields that another person changed meanwhile, with what stands there now. */
  { ok: true; conflicts: ReadonlyMap<string, string> } | { ok: false; reason: 'not-found' | 'not-writable' };

/** Saves what was typed about the files, valid or not, and then moves or removes one if that was asked for. */
export function describeFiles(describe: Describe, db: Database = database()): Promise<DescribeResult> {
  return db.$transaction((tx) => describeIn(tx, describe), { maxWait: 10_000, timeout: 15_000 });
}

async function describeIn(tx: Transaction, describe: Describe): Promise<DescribeResult> {
  const { actor, id, values, verb, now } = describe;
  const submission = await lockSubmission(tx, id);
  if (!submission || !may(actor, 'read', submission)) return { ok: false, reason: 'not-found' };
  if (!may(actor, 'write', submission)) return { ok: false, reason: 'not-writable' };
  const files = await readFiles(tx, id);
  const conflicts = new Map<string, string>();
  let isChanged = false;
  for (const file of files) {
    const merge = mergeDescription(file, values);
    for (const [field, standing] of merge.conflicts) conflicts.set(postedName(field, file.id), standing);
    if (merge.changed.size > 0) await writeDescription(tx, file, merge.changed);
    isChanged ||= merge.changed.size > 0;
  }
  const isMoved = verb !== null && (await moveOrRemove(tx, { ...describe, verb, files }));
  if (isChanged || isMoved) await tx.submission.update({ where: { id }, data: { updatedAt: now } });
  return { ok: true, conflicts };
}

async function writeDescription(
  tx: Transaction,
  file: SubmissionFile,
  changed: ReadonlyMap<PostedField, string>,
): Promise<void> {
  const { decorative, ...texts } = Object.fromEntries(changed);
  const data = decorative === undefined ? texts : { ...texts, decorative: decorative === 'yes' };
  await tx.submissionFile.update({ where: { id: file.id }, data });
}

type Move = Describe & { verb: FileVerb; files: readonly SubmissionFile[] };

/** A file that was removed by then is none of the submission's any more: nothing happens, also the second time. */
async function moveOrRemove(tx: Transaction, { actor, id, verb, files, now }: Move): Promise<boolean> {
  const ids = files.map((file) => file.id);
  if (!ids.includes(verb.fileId)) return false;
  const order = applyVerb(ids, verb);
  for (const [position, fileId] of order.entries())
    await tx.submissionFile.update({ where: { id: fileId }, data: { position } });
  if (verb.verb !== 'remove') return true;
  // The bytes stay: what was sent with it earlier still shows it to who reads that.
  await tx.submissionFile.update({ where: { id: verb.fileId }, data: { removedAt: now } });
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: 'file-removed', at: now },
    data: { file: verb.fileId },
  });
  return true;
}
