import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { type FieldName, submissionFields } from '#domain/submission-fields';
import { type ConflictChoice, settledText } from '#domain/submission-merge';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockSubmission } from '#server/practices/select/submission';
import { writeChanges } from '#server/submissions/commands/save-draft';

type Settle = {
  actor: Actor;
  id: string;
  /** The save whose text stands against the newer one. */
  save: string;
  field: FieldName;
  choice: ConflictChoice;
  /** The version in which the newer text came, as the page showed it. */
  seen: number;
  now: Date;
};

export type SettleResult =
  | { ok: true }
  /** Nothing was changed. `changed-again`: the newer text is not the one that was shown any more. */
  | { ok: false; reason: 'not-found' | 'not-writable' | 'changed-again' };

/** A person chooses between two texts, or takes both. What is settled already stays so. */
export function settleConflict(settle: Settle, db: Database = database()): Promise<SettleResult> {
  return db.$transaction((tx) => settleIn(tx, settle), { maxWait: 10_000, timeout: 15_000 });
}

async function settleIn(
  tx: Transaction,
  { actor, id, save, field, choice, seen, now }: Settle,
): Promise<SettleResult> {
  const stored = await lockSubmission(tx, id);
  if (!stored || !may(actor, 'read', stored)) return { ok: false, reason: 'not-found' };
  if (!may(actor, 'write', stored)) return { ok: false, reason: 'not-writable' };
  const where = { submissionId: id, id: save, settledAt: null };
  const row = await tx.submissionSave.findFirst({ where, select: { conflicts: true, base: true } });
  const mine: unknown = Object(row?.conflicts)[field];
  const theirs = stored.fields[field];
  if (typeof mine !== 'string' || typeof theirs !== 'string') return { ok: true };
  if (choice !== 'theirs' && (await changedAfter(tx, id, field, seen)))
    return { ok: false, reason: 'changed-again' };
  const multiline = ['text', 'markdown'].includes(submissionFields[field].kind);
  const text = settledText(choice, theirs, mine, multiline);
  const changed = new Map(text === theirs ? [] : [[field, text] as const]);
  await writeChanges(tx, stored, { actor, page: '', base: stored.version, now }, changed);
  await tx.submissionSave.updateMany({ where, data: { settledAt: now } });
  return { ok: true };
}

async function changedAfter(
  tx: Transaction,
  id: string,
  field: FieldName,
  version: number,
): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    select 1 from submission_save
    where submission_id = ${id} and version > ${version} and changed ? ${field} limit 1`;
  return rows.length > 0;
}
