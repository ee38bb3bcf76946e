import { isFacet } from '#domain/catalogue-filter';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import type { Seen } from '#server/catalogue/queries/address';
import { listCollections, listContentPages } from '#server/pages/queries';

/** What an address leads to: a page, the present address of a practice that moved, or nothing. */
export type PublicPage = { found: 'page' } | { found: 'moved'; address: string } | { found: 'none' };

/**
 * What a public address in a language leads to, known before anything is drawn. `path`: what follows the language. When
 * the database is away, the page says so itself.
 */
export async function findPage(
  locale: Locale,
  path: readonly string[],
  { practice }: Seen,
): Promise<PublicPage> {
  const [first, slug, language, ...more] = path;
  if (first === undefined || first === '') return { found: 'page' };
  if (first === 'filters') return { found: isFacet(slug) && language === undefined ? 'page' : 'none' };
  if (first !== 'practices') return { found: (await isContent(first, path.slice(1))) ? 'page' : 'none' };
  if (!slug || more.length > 0 || practice?.found === 'none') return { found: 'none' };
  if (practice?.found === 'moved')
    return { found: 'moved', address: practicePath(locale, practice.slug, language) };
  return { found: 'page' };
}

/** A page or a collection of `content/`. The introduction is a part of the listing, not a page of its own. */
async function isContent(first: string, [slug, ...more]: readonly string[]): Promise<boolean> {
  if (more.length > 0) return false;
  if (first === 'collections') return slug !== undefined && (await listCollections()).includes(slug);
  return slug === undefined && first !== 'introduction' && (await listContentPages()).includes(first);
}
