import 'server-only';
import { headText } from '#domain/audit-chain';
import { database } from '#server/platform/db';

/** The last link of the chain of events, as `position:hash`; null where someone took it away. */
export async function readAuditHead(): Promise<string | null> {
  const head = await database().auditHead.findFirst({ select: { position: true, hash: true } });
  return head && headText({ position: head.position, hash: Buffer.from(head.hash).toString('hex') });
}
