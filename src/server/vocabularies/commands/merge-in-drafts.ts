import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { replaceId } from '#domain/vocabulary';
import type { Transaction } from '#server/platform/db';
import { appendSave } from '#server/practices/commands/saves/append-save';
import { submissionSaves } from '#server/practices/select/saves/log';
import type { Merged } from '#server/vocabularies/commands/merge-in-practices';
import { fieldOf } from '#server/vocabularies/queries/usage';

const Rows = z.array(z.object({ id: z.string(), version: z.number(), ids: z.array(z.string()) }));

/**
 * Gives the second to every submission that has the first, and returns how many. Each is a save like any other, so that a
 * form that is open meanwhile is merged with it and does not bring the first back. What was sent stays as it was sent.
 */
export async function mergeInDrafts(
  tx: Transaction,
  { kind, from, into, actor, now }: Merged & { actor: Actor; now: Date },
): Promise<number> {
  const field = fieldOf[kind];
  const rows = await tx.$queryRaw`
    select id, version, fields -> ${field} as ids from submission
    where deleted_at is null and jsonb_typeof(fields -> ${field}) = 'array' and fields -> ${field} ? ${from}
    order by id for update`;
  const drafts = Rows.parse(rows);
  for (const { id, version, ids } of drafts) {
    const changed = replaceId(ids, from, into);
    await tx.$executeRaw`
      update submission set version = version + 1,
        fields = jsonb_set(fields, array[${field}], ${JSON.stringify(changed)}::jsonb)
      where id = ${id}`;
    await appendSave(tx, submissionSaves(id), {
      ...{ actor, version: version + 1, base: version, page: '', now },
      changed: { [field]: changed },
    });
  }
  return drafts.length;
}
