import 'server-only';
import { type Database, database } from '#server/platform/db';

/** The practice that an address leads to, present or former; null where none does. */
export async function findPracticeId(slug: string, db: Database = database()): Promise<string | null> {
  const row = await db.practiceSlug.findUnique({ where: { slug }, select: { practiceId: true } });
  return row?.practiceId ?? null;
}
