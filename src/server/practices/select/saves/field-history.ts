import 'server-only';
import { z } from 'zod';
import type { FieldHistory, SavedValue } from '#domain/merge-fields';
import type { Transaction } from '#server/platform/db';
import type { SaveLog } from '#server/practices/select/saves/log';

const Rows = z.array(
  z.object({
    field: z.string(),
    at_base: z.union([z.string(), z.array(z.string())]).nullable(),
    changed_since: z.boolean(),
    overtaken: z.boolean(),
  }),
);

type Asked<Name extends string> = {
  base: number;
  page: string;
  turn: number;
  names: readonly Name[];
  /** Each field as it is while nobody has written in it. */
  empty: Readonly<Record<Name, SavedValue>>;
};

/**
 * What a merge has to know of some fields: their values in the version a form showed, and whether another window changed
 * them since. What a window saved itself is no news to it, even if the answer never arrived; but as long as a text of it
 * stands against a newer one, whatever it adds goes to that text.
 */
export async function readFieldHistory<Name extends string>(
  tx: Transaction,
  { table, owner, id }: SaveLog,
  { base, page, turn, names, empty }: Asked<Name>,
): Promise<(name: Name) => FieldHistory> {
  // A form that does not say which version it shows has seen none, not even the words a translation began with.
  const seen = base > 0 ? base : -1;
  const rows = await tx.$queryRaw`
    select f.field,
      (select s.changed -> f.field from ${table} s
        where s.${owner} = ${id} and s.version <= ${seen} and s.changed ? f.field
        order by s.version desc limit 1) as at_base,
      exists (select from ${table} s
        where s.${owner} = ${id} and s.version > ${seen} and s.changed ? f.field
          and (s.page = '' or s.page <> ${page}))
      or exists (select from ${table} s
        where s.${owner} = ${id} and s.page = ${page} and s.page <> '' and s.settled_at is null
          and s.conflicts ? f.field) as changed_since,
      exists (select from ${table} s
        where s.${owner} = ${id} and s.page = ${page} and s.page <> '' and s.turn > ${turn}
          and (s.changed ? f.field or s.conflicts ? f.field)) as overtaken
    from unnest(${[...names]}::text[]) as f (field)`;
  const byField = new Map(Rows.parse(rows).map((row) => [row.field, row]));
  return (name) => {
    const row = byField.get(name);
    const known = row?.at_base ?? empty[name];
    return {
      atBase: Array.isArray(known) === Array.isArray(empty[name]) ? known : empty[name],
      changedSince: row?.changed_since ?? false,
      overtaken: row?.overtaken ?? false,
    };
  };
}
