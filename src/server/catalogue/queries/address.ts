import 'server-only';
import { database } from '#server/platform/db';
import { publicText } from '#server/practices/select';

/** What a practice's address leads to: the practice, its present slug if this one is old, or nothing. */
export type PracticeAddress = { found: 'current' } | { found: 'moved'; slug: string } | { found: 'none' };

/** Looks an address up by any slug a published practice ever had; with a language, only if there is a text in it. */
export async function findPracticeAddress(slug: string, language?: string): Promise<PracticeAddress> {
  const row = await database().practiceSlug.findUnique({
    where: { slug },
    select: {
      current: true,
      practice: {
        select: {
          status: true,
          slugs: { select: { slug: true }, where: { current: true } },
          texts: { select: { language: true }, where: { ...publicText, ...(language ? { language } : {}) } },
        },
      },
    },
  });
  const current = row?.practice.slugs[0]?.slug;
  if (row?.practice.status !== 'published' || !current || row.practice.texts.length === 0)
    return { found: 'none' };
  return row.current ? { found: 'current' } : { found: 'moved', slug: current };
}
