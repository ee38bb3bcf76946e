import { isFacet } from '#domain/catalogue-filter';
import { parsePracticePath } from '#domain/practice-address';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import type { Seen } from '#server/catalogue/queries/address';
import { listCollections, listContentPages } from '#server/pages/queries';

/**
 * What an address leads to: a page, the page that says that a practice is archived, the present address of a practice
 * that moved, or nothing.
 */
export type PublicPage = { found: 'page' | 'archived' | 'none' } | { found: 'moved'; address: string };

/**
 * What a public address in a language leads to, known before anything is drawn. `path`: what follows the language. When
 * the database is away, the page says so itself.
 */
export async function findPage(
  locale: Locale,
  path: readonly string[],
  { practice }: Seen,
): Promise<PublicPage> {
  const [first, second, ...more] = path;
  if (first === undefined || first === '') return { found: 'page' };
  if (first === 'filters') return { found: isFacet(second) && more.length === 0 ? 'page' : 'none' };
  if (first !== 'practices') return { found: (await isContent(first, path.slice(1))) ? 'page' : 'none' };
  if (!parsePracticePath(path)) return { found: 'none' };
  if (practice?.found === 'moved')
    return {
      found: 'moved',
      address: addressOf(locale, practice.slug, practice.rest),
    };
  return { found: practice && practice.found !== 'current' ? practice.found : 'page' };
}

function addressOf(locale: Locale, slug: string, rest: readonly string[]): string {
  const [language, ...numbers] = rest;
  return language === 'history'
    ? [practicePath(locale, slug), language, ...numbers].join('/')
    : practicePath(locale, slug, language);
}

/** A page or a collection of `content/`. The introduction is a part of the listing, not a page of its own. */
async function isContent(first: string, [slug, ...more]: readonly string[]): Promise<boolean> {
  if (more.length > 0) return false;
  if (first === 'collections') return slug !== undefined && (await listCollections()).includes(slug);
  return slug === undefined && first !== 'introduction' && (await listContentPages()).includes(first);
}
