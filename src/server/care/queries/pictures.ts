import 'server-only';
import { z } from 'zod';
import { database } from '#server/platform/db';

/** A picture that was sent without a word about what it shows. */
export type BarePicture = { file: string; submission: string; title: string; reference: string };

const Rows = z.array(
  z.object({ file: z.string(), submission: z.string(), title: z.string(), reference: z.string() }),
);

/** Pictures of submissions that editors may see, neither described nor marked as decoration. */
export async function listBarePictures(): Promise<BarePicture[]> {
  const rows = await database().$queryRaw`
    select f.name as file, s.id as submission, coalesce(s.fields ->> 'title', '') as title,
      coalesce(s.reference, '') as reference
    from submission_file f join submission s on s.id = f.submission_id
    where f.kind = 'image' and f.alt !~ '\\S' and not f.decorative and f.removed_at is null
      and s.deleted_at is null and s.state not in ('draft', 'withdrawn', 'declined')
    order by s.submitted_at, f.position, f.id`;
  return Rows.parse(rows);
}
