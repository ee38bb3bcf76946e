import 'server-only';
import { z } from 'zod';
import { publicVersion, versionText } from '#server/catalogue/queries/version';
import { askWatch } from '#server/platform/database-watch';

/** What is public now, and where a record's address leads. Null while the database is away, and for other addresses. */
export type Seen = { version: string | null; practice: PracticeAddress | null };

/** What a practice's address leads to: the practice, its present slug if this one is old, or nothing. */
type PracticeAddress = { found: 'current' } | { found: 'moved'; slug: string } | { found: 'none' };

const Rows = z.tuple([
  z.object({ version: z.string(), current: z.boolean().nullable(), slug: z.string().nullable() }),
]);

/** The slug's own row, and the slug its practice has now; nothing where that is not public or has no such text. */
const text = `
  select ${versionText} as version, found.current, found.slug
  from catalogue_version left join lateral (
    select asked.current, present.slug
    from practice_slug asked
    join practice p on p.id = asked.practice_id and p.status = 'published'
    join practice_slug present on present.practice_id = p.id and present.current
    where asked.slug = $1 and exists (
      select from practice_text t
      where t.practice_id = p.id and t.state in ('approved', 'outdated') and ($2::text is null or t.language = $2))
  ) found on true`;

/**
 * What the path of a page (without its language) leads to, by one read. A record is looked up by any slug a published
 * practice ever had; with a language, only if there is a text in it.
 */
export async function lookUpPath(path: readonly string[]): Promise<Seen> {
  const [first, slug, language, ...more] = path;
  if (first !== 'practices' || !slug || more.length > 0)
    return { version: await publicVersion(), practice: null };
  const values = [slug, language ?? null];
  try {
    const rows = await askWatch({ name: 'practice-address', text, values });
    const [{ version, current, slug: present }] = Rows.parse(rows);
    return { version, practice: toAddress(current, present) };
  } catch {
    // Whoever reads more than this meets the same error.
    return { version: null, practice: null };
  }
}

function toAddress(current: boolean | null, present: string | null): PracticeAddress {
  if (present === null) return { found: 'none' };
  return current ? { found: 'current' } : { found: 'moved', slug: present };
}
