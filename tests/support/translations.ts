import type { Actor } from '#domain/actor';
import type { TextFields } from '#domain/translation';
import type { Database } from '#server/platform/db';
import { approveTranslation } from '#server/translations/commands/approve-translation';
import { beginTranslation } from '#server/translations/commands/begin-translation';
import { offerTranslation } from '#server/translations/commands/offer-translation';
import { saveTranslation } from '#server/translations/commands/save-translation';
import { postingText } from '#tests/support/translators';

type Which = { practiceId: string; language: string };

/** Writes words into a translation that has been begun, as its translator. */
export async function writeWords(
  db: Database,
  { practiceId, language }: Which,
  words: Partial<TextFields>,
): Promise<void> {
  const { version: base, translatorId } = await db.translation.findUniqueOrThrow({
    where: { practiceId_language: { practiceId, language } },
  });
  const actor: Actor = { id: translatorId ?? '', roles: ['translator'], cities: [], hasSecondFactor: false };
  const save = { actor, practiceId, language, base, page: '', posted: postingText(words), now: new Date() };
  expectOk(await saveTranslation(save, db));
}

type Way = Which & { translator: Actor; words: Partial<TextFields>; now: Date };

/** A translation that waits for approval. */
export async function addOffered(db: Database, way: Way): Promise<void> {
  const { translator: actor, practiceId, language, words, now } = way;
  const asked = { actor, practiceId, language, now };
  expectOk(await beginTranslation(asked, db));
  await writeWords(db, asked, words);
  expectOk(await offerTranslation({ ...asked, seen: await newestOf(db, practiceId) }, db));
}

/** The same, approved by somebody else. */
export async function addApproved(db: Database, way: Way & { approver: Actor }): Promise<void> {
  const { approver: actor, practiceId, language, now } = way;
  await addOffered(db, way);
  const where = { practiceId_language: { practiceId, language } };
  const { version: seen } = await db.translation.findUniqueOrThrow({ where });
  expectOk(await approveTranslation({ actor, practiceId, language, seen, now }, db));
}

/** Number of the newest version of a practice. */
export function newestOf(db: Database, practiceId: string): Promise<number> {
  return db.practiceVersion.count({ where: { practiceId } });
}

function expectOk(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(result.reason);
}
