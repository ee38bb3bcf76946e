import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import type { Database, Transaction } from '#server/platform/db';
import type { SaveLog } from '#server/practices/select/saves/log';

/** Who wrote a text, and when. */
type Written = { by: string; own: boolean; at: Date };

/** Two texts for one field: the one that stands, and a later one that its author wrote without knowing it. */
export type SavedConflict<Name extends string> = {
  name: Name;
  /** Names it when a person chooses. */
  save: string;
  text: string;
  written: Written;
  standing: Written & { version: number };
};

const conflictRows = <Name extends string>(nameOf: z.ZodType<Name>) =>
  z.array(
    z.object({
      save: z.string(),
      name: nameOf,
      text: z.string(),
      by: z.string(),
      account_id: z.string(),
      at: z.coerce.date(),
      standing_by: z.string().nullable(),
      standing_account: z.string().nullable(),
      standing_at: z.coerce.date().nullable(),
      standing_version: z.number().nullable(),
    }),
  );

/** The texts that wait for a choice, with who wrote them, the oldest first. */
export async function readConflicts<Name extends string>(
  db: Database | Transaction,
  { table, owner, id }: SaveLog,
  nameOf: z.ZodType<Name>,
  actor: Pick<Actor, 'id'>,
): Promise<SavedConflict<Name>[]> {
  const rows = await db.$queryRaw`
    select s.id as save, e.key as name, e.value as text, s.account_id, s.at,
      coalesce(nullif(a.name, ''), a.email) as by,
      last.account_id as standing_account, last.at as standing_at, last.version as standing_version,
      coalesce(nullif(b.name, ''), b.email) as standing_by
    from ${table} s
    cross join lateral jsonb_each_text(s.conflicts) e
    join account a on a.id = s.account_id
    left join lateral (
      select t.account_id, t.at, t.version from ${table} t
      where t.${owner} = s.${owner} and t.changed ? e.key order by t.version desc limit 1
    ) last on true
    left join account b on b.id = last.account_id
    where s.${owner} = ${id} and s.settled_at is null and jsonb_typeof(s.conflicts) = 'object'
    order by s.at, s.id`;
  return conflictRows(nameOf)
    .parse(rows)
    .map((row) => ({
      ...{ name: row.name, save: row.save, text: row.text },
      written: { by: row.by, own: row.account_id === actor.id, at: row.at },
      standing: {
        by: row.standing_by ?? '',
        own: row.standing_account === actor.id,
        at: row.standing_at ?? row.at,
        version: row.standing_version ?? 0,
      },
    }));
}

/** Fields in which two texts wait for a choice. */
export async function readOpenConflicts<Name extends string>(
  tx: Transaction,
  { table, owner, id }: SaveLog,
  nameOf: z.ZodType<Name>,
): Promise<Name[]> {
  const rows = await tx.$queryRaw`
    select distinct e.name from ${table} s
    cross join lateral jsonb_object_keys(s.conflicts) as e (name)
    where s.${owner} = ${id} and s.settled_at is null and jsonb_typeof(s.conflicts) = 'object'`;
  return z
    .array(z.object({ name: nameOf }))
    .parse(rows)
    .map(({ name }) => name);
}
