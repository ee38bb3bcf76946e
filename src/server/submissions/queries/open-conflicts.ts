import 'server-only';
import { z } from 'zod';
import { DraftFields, type FieldName } from '#domain/submission-fields';
import type { Transaction } from '#server/platform/db';

const Rows = z.array(z.object({ field: DraftFields.keyof() }));

/** Fields of a submission in which two texts wait for a choice. */
export async function readOpenConflicts(tx: Transaction, id: string): Promise<FieldName[]> {
  const rows = await tx.$queryRaw`
    select distinct e.field from submission_save s
    cross join lateral jsonb_object_keys(s.conflicts) as e (field)
    where s.submission_id = ${id} and s.settled_at is null and jsonb_typeof(s.conflicts) = 'object'`;
  return Rows.parse(rows).map(({ field }) => field);
}
