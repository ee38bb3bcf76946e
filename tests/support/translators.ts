import type { Actor } from '#domain/actor';
import { TextFields } from '#domain/translation';
import type { Database } from '#server/platform/db';

/** A translator with an account. */
export async function addTranslator(db: Database, id: string): Promise<Actor> {
  await db.account.create({
    data: { id, name: `Translator ${id}`, email: `${id}@words.example`, locale: 'fr', roles: ['translator'] },
  });
  return { id, roles: ['translator'], cities: [], hasSecondFactor: false };
}

/** Writes all parts of a translation at once, as saves would. */
export async function writeTranslation(
  db: Database,
  { practiceId, language, by }: { practiceId: string; language: string; by: Actor },
  fields: Partial<TextFields>,
): Promise<void> {
  const where = { practiceId_language: { practiceId, language } };
  const { id, version } = await db.translation.update({
    where,
    data: { fields: TextFields.parse(fields), version: { increment: 1 } },
  });
  await db.translationSave.create({
    data: {
      ...{ translationId: id, version, id: `s${version}`, accountId: by.id, base: version - 1 },
      changed: { ...fields },
    },
  });
}
