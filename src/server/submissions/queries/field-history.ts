import 'server-only';
import { z } from 'zod';
import { emptyDraft, type FieldName } from '#domain/submission-fields';
import type { FieldHistory } from '#domain/submission-merge';
import { isList } from '#domain/submission-values';
import type { Transaction } from '#server/platform/db';

const Value = z.union([z.string(), z.array(z.string())]);
const Rows = z.array(
  z.object({
    field: z.string(),
    at_base: Value.nullable(),
    changed_since: z.boolean(),
    overtaken: z.boolean(),
  }),
);

type Asked = { id: string; base: number; page: string; turn: number; names: readonly FieldName[] };

/**
 * What a merge has to know of some fields: their values in the version a form showed, and whether another window changed
 * them since. What a window saved itself is no news to it, even if the answer never arrived; but as long as a text of it
 * stands against a newer one, whatever it adds goes to that text.
 */
export async function readFieldHistory(
  tx: Transaction,
  { id, base, page, turn, names }: Asked,
): Promise<(name: FieldName) => FieldHistory> {
  const rows = await tx.$queryRaw`
    select f.field,
      (select s.changed -> f.field from submission_save s
        where s.submission_id = ${id} and s.version <= ${base} and s.changed ? f.field
        order by s.version desc limit 1) as at_base,
      exists (select from submission_save s
        where s.submission_id = ${id} and s.version > ${base} and s.changed ? f.field
          and (s.page = '' or s.page <> ${page}))
      or exists (select from submission_save s
        where s.submission_id = ${id} and s.page = ${page} and s.page <> '' and s.settled_at is null
          and s.conflicts ? f.field) as changed_since,
      exists (select from submission_save s
        where s.submission_id = ${id} and s.page = ${page} and s.page <> '' and s.turn > ${turn}
          and (s.changed ? f.field or s.conflicts ? f.field)) as overtaken
    from unnest(${[...names]}::text[]) as f (field)`;
  const byField = new Map(Rows.parse(rows).map((row) => [row.field, row]));
  return (name) => {
    const row = byField.get(name);
    const known = row?.at_base;
    const atBase = known !== null && known !== undefined && Array.isArray(known) === isList(name);
    return {
      atBase: atBase ? known : emptyDraft[name],
      changedSince: row?.changed_since ?? false,
      overtaken: row?.overtaken ?? false,
    };
  };
}
