import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { type FieldName, submissionFields } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { turns } from '#server/practices/commands/lock-for';
import { type Settled, type Settlement, settleFields } from '#server/practices/commands/saves/settle-fields';
import { lockSubmission } from '#server/practices/select/submission';
import { savedDraft } from '#server/submissions/commands/save-draft';

type Settle = Omit<Settlement<FieldName>, 'name'> & { actor: Actor; id: string; field: FieldName };

export type SettleResult = Settled | { ok: false; reason: 'not-found' | 'not-writable' };

/** A person chooses between two texts, or takes both. What is settled already stays so. */
export function settleConflict(
  { id, field, ...choice }: Settle,
  db: Database = database(),
): Promise<SettleResult> {
  const { actor, now } = choice;
  return db.$transaction(async (tx): Promise<SettleResult> => {
    const stored = await lockSubmission(tx, id);
    if (!stored || !may(actor, 'read', stored)) return { ok: false, reason: 'not-found' };
    if (!may(actor, 'write', stored)) return { ok: false, reason: 'not-writable' };
    const isMultiline = ['text', 'markdown'].includes(submissionFields[field].kind);
    return settleFields(tx, savedDraft(tx, stored, now), { ...choice, name: field, isMultiline });
  }, turns);
}
