import 'server-only';
import type { Actor } from '#domain/actor';
import { spreadPositions, type VocabularyKind } from '#domain/vocabulary';
import type { Database, Transaction } from '#server/platform/db';
import {
  announceChange,
  changeVocabulary,
  notFound,
  type Refused,
} from '#server/vocabularies/commands/change-vocabulary';

/** Of these lists an editor says in which order they are offered. */
type OrderedKind = Exclude<VocabularyKind, 'city'>;

type Move = {
  actor: Actor;
  kind: OrderedKind;
  id: string;
  direction: 'up' | 'down';
  /** The neighbour that the page showed, with which it changes places. */
  over: string;
  now: Date;
};
type MoveResult = { ok: true } | Refused | { ok: false; reason: 'changed' };

/** Moves an entry past its neighbour, unless the order is not what the page showed any more. */
export function moveEntry(move: Move, db?: Database): Promise<MoveResult> {
  return changeVocabulary(move.actor, (tx) => moveInto(tx, move), db);
}

async function moveInto(
  tx: Transaction,
  { actor, kind, id, direction, over, now }: Move,
): Promise<MoveResult> {
  const rows = await readOrder(tx, kind);
  const place = rows.findIndex((row) => row.id === id);
  if (place < 0) return notFound;
  const step = direction === 'up' ? -1 : 1;
  // Pressed twice: it is there already.
  if (rows[place - step]?.id === over) return { ok: true };
  if (rows[place + step]?.id !== over) return { ok: false, reason: 'changed' };
  const order = rows
    .map((row) => row.id)
    .with(place, over)
    .with(place + step, id);
  const positions = spreadPositions(rows.map(({ position }) => position));
  const known = new Map(rows.map((row) => [row.id, row.position]));
  for (const [index, one] of order.entries()) {
    const position = positions[index] ?? index;
    if (known.get(one) !== position) await writePosition(tx, kind, one, position, now);
  }
  const noted = { kind, id, before: { place }, after: { place: place + step } };
  await announceChange(tx, { actor, now, event: 'vocabulary-moved', ...noted, practiceIds: [] });
  return { ok: true };
}

function readOrder(tx: Transaction, kind: OrderedKind): Promise<{ id: string; position: number }[]> {
  const select = { id: true, position: true };
  return kind === 'topic'
    ? tx.topic.findMany({ select, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
    : tx.targetGroup.findMany({ select, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
}

async function writePosition(
  tx: Transaction,
  kind: OrderedKind,
  id: string,
  position: number,
  now: Date,
): Promise<void> {
  const data = { position, editedAt: now };
  if (kind === 'topic') await tx.topic.update({ where: { id }, data });
  else await tx.targetGroup.update({ where: { id }, data });
}
