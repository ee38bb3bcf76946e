import 'server-only';
import { type Database, database } from '#server/platform/db';
import { findPublishedBySlug } from '#server/practices/select/published';

/** The published practice that has this slug now, by its id. */
export async function readPracticeId(slug: string, db: Database = database()): Promise<string | null> {
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) return null;
  return (await findPublishedBySlug(db, slug))?.id ?? null;
}
