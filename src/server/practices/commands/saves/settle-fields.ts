import 'server-only';
import { z } from 'zod';
import { type ConflictChoice, settledText } from '#domain/merge-fields';
import type { Transaction } from '#server/platform/db';
import { settleSaves } from '#server/practices/commands/saves/append-save';
import { type SavedFields, writeChanges } from '#server/practices/commands/saves/save-fields';
import type { SaveLog } from '#server/practices/select/saves/log';

/** What a person chose between two texts for one field. */
export type Settlement<Name extends string> = {
  actor: { id: string };
  /** The save whose text stands against the newer one. */
  save: string;
  name: Name;
  choice: ConflictChoice;
  /** The version in which the newer text came, as the page showed it. */
  seen: number;
  now: Date;
};

/** `changed-again`: nothing was changed, since the newer text is not the one that was shown any more. */
export type Settled = { ok: true } | { ok: false; reason: 'changed-again' };

/** Puts what was chosen where it belongs. What is settled already stays so. */
export async function settleFields<Name extends string>(
  tx: Transaction,
  saved: SavedFields<Name>,
  { actor, save, name, choice, seen, now, isMultiline }: Settlement<Name> & { isMultiline: boolean },
): Promise<Settled> {
  const mine = await readKept(tx, saved.log, save, name);
  const theirs = saved.fields[name];
  if (mine === null || typeof theirs !== 'string') return { ok: true };
  if (choice !== 'theirs' && (await changedAfter(tx, saved.log, name, seen)))
    return { ok: false, reason: 'changed-again' };
  const text = settledText(choice, theirs, mine, isMultiline);
  const changed = new Map(text === theirs ? [] : [[name, text] as const]);
  await writeChanges(tx, saved, { actor, page: '', base: saved.version, now }, changed);
  await settleSaves(tx, saved.log, [save], now);
  return { ok: true };
}

/** The text of a save that waits for a choice; null where none does. */
async function readKept(
  tx: Transaction,
  { table, owner, id }: SaveLog,
  save: string,
  name: string,
): Promise<string | null> {
  const rows = await tx.$queryRaw`
    select conflicts ->> ${name}::text as text from ${table}
    where ${owner} = ${id} and id = ${save} and settled_at is null and jsonb_typeof(conflicts) = 'object'`;
  return z.array(z.object({ text: z.string().nullable() })).parse(rows)[0]?.text ?? null;
}

async function changedAfter(
  tx: Transaction,
  { table, owner, id }: SaveLog,
  name: string,
  version: number,
): Promise<boolean> {
  const rows: unknown[] = await tx.$queryRaw`
    select 1 from ${table}
    where ${owner} = ${id} and version > ${version} and changed ? ${name}::text limit 1`;
  return rows.length > 0;
}
