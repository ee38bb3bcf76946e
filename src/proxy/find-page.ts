import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { findPracticeAddress } from '#server/catalogue/queries/address';
import { listCollections, listContentPages } from '#server/pages/queries';

/** What an address leads to: a page, the present address of a practice that moved, or nothing. */
export type PublicPage = { found: 'page' } | { found: 'moved'; address: string } | { found: 'none' };

/** What a public address in a language leads to, known before anything is drawn. `path`: what follows the language. */
export async function findPage(locale: Locale, path: readonly string[]): Promise<PublicPage> {
  const [first, slug, language, ...more] = path;
  if (first === undefined || first === '') return { found: 'page' };
  if (first !== 'practices') return { found: (await isContent(first, path.slice(1))) ? 'page' : 'none' };
  if (!slug || more.length > 0) return { found: 'none' };
  // When the database is away, the page says so itself.
  const address = await findPracticeAddress(slug, language).catch(() => null);
  if (address?.found === 'none') return { found: 'none' };
  if (address?.found === 'moved')
    return { found: 'moved', address: practicePath(locale, address.slug, language) };
  return { found: 'page' };
}

/** A page or a collection of `content/`. The introduction is a part of the listing, not a page of its own. */
async function isContent(first: string, [slug, ...more]: readonly string[]): Promise<boolean> {
  if (more.length > 0) return false;
  if (first === 'collections') return slug !== undefined && (await listCollections()).includes(slug);
  return slug === undefined && first !== 'introduction' && (await listContentPages()).includes(first);
}
