import type { Content } from '#domain/content';

/** Pages of the site that no folder of `content/` makes. */
const siteRoutes = new Set(['', 'collections']);

/** An address in a Markdown text and the line, counted from 0, on which it stands. */
type Link = { address: string; line: number };

/** The addresses that a Markdown text links to. */
export function linksIn(markdown: string): Link[] {
  return markdown.split('\n').flatMap((text, line) => {
    const inline = [...text.matchAll(/\]\(\s*<?([^)\s>]*)/g)].map(([, address = '']) => address);
    const defined = /^\s{0,3}\[[^\]]+\]:\s*<?(\S+?)>?\s*$/.exec(text)?.[1];
    return [...inline, ...(defined ? [defined] : [])].map((address) => ({ address, line }));
  });
}

/** What is wrong with a link; null when it leads somewhere. Other sites are not visited. */
export function findLinkFault(address: string, content: Content): string | null {
  if (address.startsWith('#') && address.length > 1) return null;
  if (/^(?:https?|mailto):/i.test(address)) return URL.canParse(address) ? null : 'is not a web address';
  if (!address.startsWith('/') || address.startsWith('//')) return 'begins neither with / nor with https://';
  return isPageOfSite(address, content) ? null : 'leads to no page of this site';
}

function isPageOfSite(address: string, { practices, collections, pages, vocabulary }: Content): boolean {
  const parts = (address.split(/[?#]/)[0] ?? '').split('/').filter(Boolean);
  // An address may name the interface language; without it, the site sends on to the reader's.
  const [room = '', name = '', language] = /^[a-z]{2}$/.test(parts[0] ?? '') ? parts.slice(1) : parts;
  if (room === 'practices') {
    const practice = practices.find(({ slug, formerSlugs }) => slug === name || formerSlugs.includes(name));
    return !!practice && (!language || practice.texts.some((text) => text.language === language));
  }
  if (room === 'collections' && name) return collections.some(({ slug }) => slug === name);
  if (room === 'cities') return vocabulary.cities.some(({ id }) => id === name);
  return name === '' && (siteRoutes.has(room) || pages.some(({ slug }) => slug === room));
}
