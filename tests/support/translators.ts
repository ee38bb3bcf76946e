import type { Actor } from '#domain/actor';
import { TextFields, TextName } from '#domain/translation';
import { drawId } from '#lib/draw-id';
import type { Database } from '#server/platform/db';
import { addPractice } from '#tests/support/published-practice';

/** A translator with an account. */
export async function addTranslator(db: Database, id: string, locale = 'en'): Promise<Actor> {
  await db.account.create({
    data: { id, name: `Translator ${id}`, email: `${id}@words.example`, locale, roles: ['translator'] },
  });
  return { id, roles: ['translator'], cities: [], hasSecondFactor: false };
}

/** A published practice in English whose first version is kept; returns its id. */
export async function addOriginal(db: Database, now: Date): Promise<string> {
  const id = drawId();
  await addPractice(db, {
    id,
    slug: `walks-${id}`,
    title: 'Harbour walks',
    cityId: 'cork',
    publishedAt: now,
  });
  await db.practiceText.update({
    where: { practiceId_language: { practiceId: id, language: 'en' } },
    data: { summary: 'Neighbours walk.', purpose: 'To meet.', impact: 'Many came.' },
  });
  await db.$executeRaw`select keep_versions(array[${id}], 'content', ${now.toISOString()}::timestamptz)`;
  return id;
}

/** What the form of a translation holds. */
export function postingText(values: Readonly<Record<string, string>>): Map<TextName, string> {
  return new Map(Object.entries(values).map(([name, text]) => [TextName.parse(name), text]));
}

/** Texts of a translation, the others empty. */
export function texts(values: Partial<TextFields>): TextFields {
  return TextFields.parse(values);
}
