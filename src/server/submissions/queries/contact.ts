import 'server-only';
import type { Actor } from '#domain/actor';
import type { PracticeContent } from '#domain/practice-content';
import { DraftFields } from '#domain/submission-fields';
import type { Transaction } from '#server/platform/db';

type Contact = Pick<DraftFields, 'contactName' | 'contactOffice' | 'contactEmail' | 'contactPublic'>;

/**
 * The contact a revision begins with. One that is not public is known to its writers alone; to everyone else the form
 * offers themselves.
 */
export async function findContact(
  tx: Transaction,
  { actor, practiceId, content }: { actor: Actor; practiceId: string; content: PracticeContent },
): Promise<Partial<Contact>> {
  if (content.contact) return {};
  const known = await tx.submission.findFirst({
    where: { practiceId, state: 'published', members: { some: { accountId: actor.id } } },
    select: { fields: true },
  });
  if (known) {
    const { contactName, contactOffice, contactEmail } = DraftFields.parse(known.fields);
    return { contactName, contactOffice, contactEmail };
  }
  const { name, email } = await tx.account.findUniqueOrThrow({
    where: { id: actor.id },
    select: { name: true, email: true },
  });
  return { contactName: name, contactEmail: email };
}
