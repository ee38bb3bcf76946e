import 'server-only';
import { z } from 'zod';
import type { Merge } from '#domain/merge-fields';
import type { Transaction } from '#server/platform/db';
import { appendSave, type SaveMark, settleSaves } from '#server/practices/commands/saves/append-save';
import type { SaveLog } from '#server/practices/select/saves/log';

type Kept<Name extends string> = SaveMark & { version: number; posted: ReadonlyMap<Name, unknown> };

const Open = z.array(z.object({ id: z.string(), fields: z.array(z.string()) }));

/**
 * Keeps the texts that stand against a newer one, each in a row of its own, until a person chooses. A window that goes on
 * writing in such a text has one row; where its text is what stands there in the end, the matter is settled.
 */
export async function keepConflicts<Name extends string>(
  tx: Transaction,
  log: SaveLog,
  save: Kept<Name>,
  { conflicts }: Merge<Name>,
): Promise<Name[]> {
  const open = save.page === '' ? [] : await readOpen(tx, log, save.page);
  const isOpen = new Set<string>(conflicts.keys());
  const isAnswered = new Set<string>([...save.posted.keys()].filter((name) => !isOpen.has(name)));
  const settled = open.filter(({ fields }) => fields.every((field) => isAnswered.has(field)));
  const settledIds = settled.map(({ id }) => id);
  if (settledIds.length > 0) await settleSaves(tx, log, settledIds, save.now);
  for (const [name, text] of conflicts) {
    const own = open.find(({ fields }) => fields.includes(name));
    if (own) await goOn(tx, log, save, { row: own.id, conflicts: { [name]: text } });
    else await appendSave(tx, log, { ...save, changed: {}, conflicts: { [name]: text } });
  }
  return [...conflicts.keys()];
}

async function readOpen(tx: Transaction, { table, owner, id }: SaveLog, page: string) {
  const rows = await tx.$queryRaw`
    select id, array(select jsonb_object_keys(conflicts)) as fields from ${table}
    where ${owner} = ${id} and page = ${page} and settled_at is null and jsonb_typeof(conflicts) = 'object'
    order by version, id`;
  return Open.parse(rows);
}

async function goOn(
  tx: Transaction,
  { table, owner, id }: SaveLog,
  { actor, turn = 0, now }: SaveMark,
  { row, conflicts }: { row: string; conflicts: Readonly<Record<string, string>> },
): Promise<void> {
  await tx.$executeRaw`
    update ${table} set conflicts = ${JSON.stringify(conflicts)}::jsonb, at = ${now.toISOString()}::timestamptz,
      account_id = ${actor.id}, turn = ${turn}
    where ${owner} = ${id} and id = ${row}`;
}
