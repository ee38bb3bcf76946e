import 'server-only';
import { z } from 'zod';
import type { Transaction } from '#server/platform/db';

const Rows = z.array(
  z.object({
    id: z.string(),
    status: z.enum(['draft', 'published', 'archived']),
    version: z.number(),
    original_language: z.string(),
    newest: z.number(),
  }),
);

/** A practice that nobody else changes until the transaction ends. */
export type LockedPractice = {
  id: string;
  status: 'draft' | 'published' | 'archived';
  originalLanguage: string;
  /** Number of the version that was published last. */
  newest: number;
};

/** Null when there is none. Whoever also locks its submissions does so first: two that come together would wait forever. */
export async function lockPractice(tx: Transaction, id: string): Promise<LockedPractice | null> {
  const [row] = Rows.parse(
    await tx.$queryRaw`
      select id, status::text, version, original_language,
        coalesce((select max(number) from practice_version where practice_id = p.id), 0)::int as newest
      from practice p where id = ${id} for update`,
  );
  return (
    (row && {
      id: row.id,
      status: row.status,
      originalLanguage: row.original_language,
      newest: row.newest,
    }) ??
    null
  );
}
