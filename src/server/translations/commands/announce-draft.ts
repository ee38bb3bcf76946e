import 'server-only';
import type { Transaction } from '#server/platform/db';
import { showsMachineDrafts } from '#server/platform/machine-drafts';
import { announceChange } from '#server/practices/commands/announce-change';

/** Tells every instance that a machine's draft came or went, where readers see it. Last in its transaction. */
export async function announceDraft(tx: Transaction, practiceId: string): Promise<void> {
  if (showsMachineDrafts()) await announceChange(tx, practiceId);
}
