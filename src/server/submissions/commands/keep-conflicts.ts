import 'server-only';
import type { FieldName } from '#domain/submission-fields';
import type { Merge } from '#domain/submission-merge';
import { Prisma } from '#generated/prisma/client';
import { drawId } from '#lib/draw-id';
import type { Transaction } from '#server/platform/db';

type Kept = {
  actor: { id: string };
  id: string;
  base: number;
  version: number;
  page: string;
  turn?: number;
  posted: ReadonlyMap<FieldName, unknown>;
  now: Date;
};

/**
 * Keeps the texts that stand against a newer one, each in a row of its own, until a person chooses. A window that goes on
 * writing in such a text has one row; where its text is what stands there in the end, the matter is settled.
 */
export async function keepConflicts(tx: Transaction, save: Kept, merge: Merge): Promise<FieldName[]> {
  const open = save.page === '' ? [] : await readOpen(tx, save);
  const settled = open.filter(({ fields }) => fields.every((field) => isAnswered(field, save, merge)));
  await tx.submissionSave.updateMany({
    where: { submissionId: save.id, id: { in: settled.map(({ id }) => id) } },
    data: { settledAt: save.now },
  });
  for (const [field, text] of merge.conflicts) {
    const own = open.find(({ fields }) => fields.includes(field));
    if (own)
      await tx.submissionSave.updateMany({
        where: { submissionId: save.id, id: own.id },
        data: { conflicts: { [field]: text }, at: save.now, accountId: save.actor.id, turn: save.turn ?? 0 },
      });
    else await addConflict(tx, save, { [field]: text });
  }
  return [...merge.conflicts.keys()];
}

function isAnswered(field: string, { posted }: Kept, { conflicts }: Merge): boolean {
  const names: readonly string[] = [...posted.keys()];
  const open: readonly string[] = [...conflicts.keys()];
  return names.includes(field) && !open.includes(field);
}

async function readOpen(tx: Transaction, { id, page }: Kept) {
  const rows = await tx.submissionSave.findMany({
    where: { submissionId: id, page, settledAt: null, NOT: { conflicts: { equals: Prisma.DbNull } } },
    select: { id: true, conflicts: true },
  });
  return rows.map((row) => ({ id: row.id, fields: Object.keys(Object(row.conflicts)) }));
}

async function addConflict(tx: Transaction, save: Kept, conflicts: Record<string, string>) {
  const { id, version, actor, now, base, page, turn = 0 } = save;
  await tx.submissionSave.create({
    data: {
      ...{ submissionId: id, version, id: drawId(), accountId: actor.id, at: now, base, page, turn },
      changed: {},
      conflicts,
    },
  });
}
