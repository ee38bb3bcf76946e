import 'server-only';
import type { Actor } from '#domain/actor';
import { may } from '#domain/permissions';
import { DraftFields } from '#domain/submission-fields';
import { groupByDay, type ToldDay } from '#domain/told-event';
import type { Locale } from '#i18n/locales';
import { type Database, database } from '#server/platform/db';
import { findSubmission } from '#server/practices/select/submission';
import { readStory } from '#server/practices/select/told-events';

export type Story = { title: string; practiceId: string | null; days: readonly ToldDay[] };

/** The whole story of an example, for editors; null when there is none for this person. */
export async function readWholeStory(
  { actor, id, locale }: { actor: Actor; id: string; locale: Locale },
  db: Database = database(),
): Promise<Story | null> {
  const submission = await findSubmission(db, id);
  if (!submission || !may(actor, 'readReview', submission)) return null;
  const [events, sent] = await Promise.all([
    readStory(db, { submission, locale }),
    db.submissionSent.findFirst({ where: { submissionId: id }, orderBy: { number: 'desc' } }),
  ]);
  // What its authors are changing now is theirs until they send it.
  const { title } = sent ? DraftFields.parse(sent.fields) : submission.fields;
  return { title: title.trim(), practiceId: submission.practiceId, days: groupByDay(events) };
}
