import 'server-only';
import { drawId } from '#lib/draw-id';
import type { Transaction } from '#server/platform/db';
import type { SaveLog } from '#server/practices/select/saves/log';

/** Who saves, from which form. */
export type SaveMark = {
  actor: { id: string };
  /** The version that the form showed; 0 where it does not say. */
  base: number;
  /** The window that sends it; empty where no page does. */
  page: string;
  /** Counts what that window sends. */
  turn?: number;
  now: Date;
};

type Appended = SaveMark & {
  /** The version it made, or found where it changed nothing. */
  version: number;
  changed: Readonly<Record<string, unknown>>;
  /** Texts that stand against a newer one. */
  conflicts?: Readonly<Record<string, string>>;
};

/** Adds a save to the history of what it saves. */
export async function appendSave(
  tx: Transaction,
  { table, owner, id }: SaveLog,
  { actor, base, page, turn = 0, now, version, changed, conflicts }: Appended,
): Promise<void> {
  const kept = conflicts ? JSON.stringify(conflicts) : null;
  await tx.$executeRaw`
    insert into ${table} (${owner}, version, id, account_id, at, base, page, turn, changed, conflicts)
    values (${id}, ${version}, ${drawId()}, ${actor.id}, ${now.toISOString()}::timestamptz, ${base}, ${page}, ${turn},
      ${JSON.stringify(changed)}::jsonb, ${kept}::jsonb)`;
}

/** Notes of saves that a person has chosen between their texts and those that stood. */
export async function settleSaves(
  tx: Transaction,
  { table, owner, id }: SaveLog,
  saves: readonly string[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    update ${table} set settled_at = ${now.toISOString()}::timestamptz
    where ${owner} = ${id} and id = any(${[...saves]}::text[]) and settled_at is null`;
}
