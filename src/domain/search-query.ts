import { isStopWord } from '#domain/search-stop-words';

/** One thing to find: a word, words joined by hyphens, or a phrase. */
type SearchTerm = {
  words: string;
  /** Between quotation marks: exactly these words in this order; accents and capitals aside. */
  exact: boolean;
  /** After a minus: must not occur. */
  excluded: boolean;
  /** The last word, perhaps not typed to its end. Only looked at when the word as it stands finds nothing. */
  prefix: boolean;
};

/** Of several alternatives one must hold, with all of its terms. Empty: there is no word to search for. */
export type SearchQuery = readonly (readonly SearchTerm[])[];

/** A sign of Korean writing is a syllable: fewer of them say as much. */
export const searchLimits = { terms: 12, prefixLetters: 3, prefixSyllables: 2 } as const;

/** The word between alternatives, in English and in the reader's language. */
const orWords: Readonly<Record<string, string>> = {
  fr: 'ou',
  sq: 'ose',
  ar: 'أو',
  de: 'oder',
  es: 'o',
  it: 'o',
};

const quotes = /["“”„‟«»＂]/gu;
/** "2016–2020" is one term, as "anti-rumour" is. */
const dashWithin = /(?<=[\p{L}\p{N}])[‐–—−](?=[\p{L}\p{N}])/gu;
const token = /(-?)"([^"]*)"|(\S+)/gu;

/** Reads what was typed as web searches do: all words, "a phrase", -without, this or that. Any text is a query. */
export function parseSearchQuery(written: string, locale: string): SearchQuery {
  const alternatives: SearchTerm[][] = [[]];
  let left: number = searchLimits.terms;
  for (const [, minus, phrase, bare] of withoutNoise(written).replace(quotes, '"').matchAll(token)) {
    if (bare && isOr(bare, locale)) {
      alternatives.push([]);
      continue;
    }
    const terms = phrase === undefined ? readBare(bare ?? '') : readPhrase(phrase, minus === '-');
    alternatives.at(-1)?.push(...terms.slice(0, left));
    left -= Math.min(left, terms.length);
  }
  return markPrefix(
    alternatives.map((terms) => dropStopWords(terms, locale)).filter(({ length }) => length > 0),
  );
}

/** The same query, its last word taken as complete. */
export function withoutPrefix(query: SearchQuery): SearchQuery {
  return query.map((terms) => terms.map((term) => ({ ...term, prefix: false })));
}

/** The same words as a phrase, in whose place nothing else is searched. */
export function insistOn(written: string): string {
  return `"${dropQuotes(written)}"`;
}

/** The same words without quotation marks. */
export function dropQuotes(written: string): string {
  return written.replace(quotes, ' ').replace(/\s+/g, ' ').trim();
}

/** What no word holds and PostgreSQL refuses: control characters and halves of characters. */
function withoutNoise(written: string): string {
  return written.toWellFormed().replace(/\p{Cc}/gu, ' ');
}

function isOr(word: string, locale: string): boolean {
  const lower = word.toLowerCase();
  return lower === 'or' || lower === orWords[locale];
}

function readPhrase(phrase: string, excluded: boolean): SearchTerm[] {
  return hasWord(phrase) ? [{ words: phrase.trim(), exact: true, excluded, prefix: false }] : [];
}

/** A bare word falls apart at punctuation, hyphens aside; of "l’école" or "city’s" only what is longer than two letters counts. */
function readBare(bare: string): SearchTerm[] {
  const excluded = /^[-−](?=[\p{L}\p{N}])/u.test(bare);
  const words = bare
    .replace(dashWithin, '-')
    .split(/[^\p{L}\p{N}\p{M}'’ʼ‑-]+/u)
    .flatMap((word) => {
      const parts = word
        .split(/['’ʼ]/u)
        .map((part) => part.replace(/^[-‑]+|[-‑]+$/gu, ''))
        .filter(hasWord);
      const long = parts.filter((part) => [...part].length > 2);
      return long.length > 0 ? long : parts;
    });
  return words.map((word) => ({ words: word, exact: false, excluded, prefix: false }));
}

/** "the", "de", "dhe" say nothing beside other words; alone they are what was asked for. */
function dropStopWords(terms: SearchTerm[], locale: string): SearchTerm[] {
  const said = terms.filter(({ words, exact }) => exact || !isStopWord(words, locale));
  return said.some(({ excluded }) => !excluded) ? said : terms;
}

function markPrefix(alternatives: SearchTerm[][]): SearchTerm[][] {
  const last = alternatives.at(-1)?.at(-1);
  if (!last || last.exact || last.excluded) return alternatives;
  const typed = last.words.split(/[-‑]/u).at(-1) ?? '';
  const enough = /^\p{Script=Hangul}/u.test(typed)
    ? searchLimits.prefixSyllables
    : searchLimits.prefixLetters;
  if ([...typed].length < enough) return alternatives;
  return alternatives.map((terms) => terms.map((term) => (term === last ? { ...term, prefix: true } : term)));
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
