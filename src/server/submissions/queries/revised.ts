import 'server-only';
import { z } from 'zod';
import type { Database } from '#server/platform/db';

/** The published practice that a submission is a revision of. */
export type Revised = { slug: string; title: string; language: string };

const RevisedRows = z.array(z.object({ slug: z.string(), title: z.string(), language: z.string() }));

/** Null where it is no revision, or readers do not see the practice now. Whether a person may know is for the caller to have asked. */
export async function readRevised(db: Database, submissionId: string): Promise<Revised | null> {
  const rows = await db.$queryRaw`
    select present.slug, t.title, t.language from submission s
    join practice p on p.id = s.practice_id and p.status = 'published'
    join practice_slug present on present.practice_id = p.id and present.current
    join practice_text t on t.practice_id = p.id and t.language = p.original_language
    where s.id = ${submissionId} and s.based_on is not null`;
  return RevisedRows.parse(rows)[0] ?? null;
}
