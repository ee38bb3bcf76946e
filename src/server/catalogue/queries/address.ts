import 'server-only';
import { z } from 'zod';
import { parsePracticePath } from '#domain/practice-address';
import { publicVersion, versionText } from '#server/catalogue/queries/version';
import { askWatch } from '#server/platform/database-watch';
import { showsMachineDrafts } from '#server/platform/machine-drafts';

/** What is public now, and where a record's address leads. Null while the database is away, and for other addresses. */
export type Seen = { version: string | null; practice: PracticeAddress | null };

/** What a practice's address leads to: the practice, its present slug if this one is old, word that it is archived, or nothing. */
type PracticeAddress =
  | { found: 'current' | 'archived' | 'none' }
  | { found: 'moved'; slug: string; rest: readonly string[] };

const Rows = z.tuple([
  z.object({
    version: z.string(),
    current: z.boolean().nullable(),
    slug: z.string().nullable(),
    archived: z.boolean().nullable(),
  }),
]);

const hasApproved = `exists (select from practice_text t
  where t.practice_id = p.id and ($2::text is null or t.language = $2))`;
const hasDraft = `exists (select from translation m
  where m.practice_id = p.id and m.language = $2 and m.state = 'machine')`;

/** The slug's own row, and the slug its practice has now; nothing where that is not public or has no such text or version. */
const statementFor = (hasText: string) => `
  select ${versionText} as version, found.current, found.slug, found.archived
  from catalogue_version left join lateral (
    select asked.current, present.slug, p.status = 'archived' as archived
    from practice_slug asked
    join practice p on p.id = asked.practice_id and p.status in ('published', 'archived')
    join practice_slug present on present.practice_id = p.id and present.current
    where asked.slug = $1 and (p.status = 'archived' or (${hasText})
      and (select count(*) from practice_version v
        where v.practice_id = p.id and v.number = any($3::int[])) = cardinality($3::int[]))
  ) found on true`;

const approvedOnly = statementFor(hasApproved);
const withDrafts = statementFor(`${hasApproved} or ${hasDraft}`);

/**
 * What the path of a page (without its language) leads to, by one read. A record is looked up by any slug a published
 * practice ever had; with a language, only if there is a text in it (a machine's where readers may see that); its
 * history, only if there are such versions. All addresses of an archived practice say that it is.
 */
export async function lookUpPath(path: readonly string[]): Promise<Seen> {
  const asked = parsePracticePath(path);
  if (!asked) return { version: await publicVersion(), practice: null };
  const { slug, language, versions, rest } = asked;
  try {
    const text = showsMachineDrafts() ? withDrafts : approvedOnly;
    const rows = await askWatch({ name: 'practice-address', text, values: [slug, language, versions] });
    const [{ version, current, slug: present, archived }] = Rows.parse(rows);
    if (present === null) return { version, practice: { found: 'none' } };
    if (!current) return { version, practice: { found: 'moved', slug: present, rest } };
    return { version, practice: { found: archived ? 'archived' : 'current' } };
  } catch {
    // Whoever reads more than this meets the same error.
    return { version: null, practice: null };
  }
}
