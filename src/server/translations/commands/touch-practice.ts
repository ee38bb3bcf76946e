import 'server-only';
import type { Transaction } from '#server/platform/db';
import type { Asked } from '#server/translations/commands/with-standing';

/** Once it was edited on the site, files no longer change it. */
export async function touchPractice(tx: Transaction, { practiceId, now }: Asked): Promise<void> {
  await tx.practice.update({
    where: { id: practiceId },
    data: { version: { increment: 1 }, updatedAt: now },
  });
}
