import { foldText } from '#lib/fold-text';

/** Long enough to tell what it is about, short enough to be read out. */
const longest = 80;

/**
 * An address made of a title: "Café of languages" is "cafe-of-languages". Null where most of the title is written in
 * letters that have no place in an address.
 */
export function slugOf(title: string): string | null {
  const folded = foldText(title);
  const letters = folded.replaceAll(' ', '');
  const plain = letters.replace(/[^a-z0-9]/g, '');
  if (plain.length === 0 || plain.length * 2 < letters.length) return null;
  const words = folded
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean);
  return shorten(words);
}

/** The first words, as many as have room; a single endless word is cut. */
function shorten([first = '', ...others]: string[]): string {
  let slug = first.slice(0, longest);
  for (const word of others) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}
