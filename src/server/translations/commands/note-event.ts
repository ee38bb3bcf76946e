import 'server-only';
import { type TranslationState, type TranslationVerb, translationEventOf } from '#domain/translation';
import type { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';
import { appendPracticeEvent } from '#server/practices/events/practice';
import type { Asked } from '#server/translations/commands/with-standing';

type Noted = { verb: TranslationVerb; before: TranslationState | null; after: TranslationState | null };

/** Adds a line about a translation to the history of its practice. */
export async function noteEvent(
  tx: Transaction,
  { actor, practiceId, language, now }: Asked,
  { verb, before, after }: Noted,
  data: Prisma.InputJsonObject = {},
): Promise<void> {
  const kind = translationEventOf(verb);
  if (!kind) throw new Error(`${verb} has no line in the history`);
  await appendPracticeEvent(tx, {
    ...{ practiceId, actor: actor.id, kind, at: now },
    ...{ before: { state: before }, after: { state: after } },
    data: { language, ...data },
  });
}
