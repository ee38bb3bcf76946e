import 'server-only';
import type { Correction } from '#domain/search-correction';
import { parseSearchQuery, type SearchQuery, withoutPrefix } from '#domain/search-query';
import { correctQueryWords } from '#server/catalogue/queries/spelling';
import { findByText } from '#server/catalogue/queries/text-search';
import type { Database } from '#server/platform/db';

/** What the words of a filter find. */
export type TextAnswer = {
  /** What was found in the end, for showing where. Empty: the words hold nothing to search for. */
  query: SearchQuery;
  /** Best first; null when there was nothing to search for, and everything is listed. */
  ids: readonly string[] | null;
  /** None holds all of the words; these hold most of them. */
  partly: boolean;
  correction: Correction | null;
};

/** Searches for what was typed, and for what was probably meant where no practice holds all of that. */
export async function answerWords(db: Database, words: string, locale: string): Promise<TextAnswer> {
  const asked = await search(db, words, locale);
  if (asked.ids === null || holdsAll(asked)) return { ...asked, correction: null };
  const { queries, clear } = await correctQueryWords(db, words, asked.query, locale);
  const answers: { written: string; answer: Found }[] = [];
  for (const written of queries) {
    const answer = await search(db, written, locale);
    // A word that is missing from the catalogue need not be mistyped: what holds some of the others stays.
    if (holdsAll(answer) || (!asked.partly && answer.ids?.length)) answers.push({ written, answer });
    if (clear && answers.length > 0) break;
  }
  const [first, ...others] = answers;
  if (!first) return { ...asked, correction: null };
  const same =
    others.length > 0 && others.every(({ answer }) => String(answer.ids) === String(first.answer.ids));
  // Quotation marks insist on the words as they are.
  const searched = (clear || same) && !asked.query.flat().some(({ exact }) => exact);
  if (!searched)
    return {
      ...asked,
      correction: { asked: words, queries: answers.map(({ written }) => written), searched },
    };
  return { ...first.answer, correction: { asked: words, queries: [first.written], searched } };
}

type Found = Omit<TextAnswer, 'correction'>;

function holdsAll({ ids, partly }: Found): boolean {
  return !partly && ids !== null && ids.length > 0;
}

async function search(db: Database, words: string, locale: string): Promise<Found> {
  const query = parseSearchQuery(words, locale);
  if (query.length === 0) return { query, ids: null, partly: false };
  const { ids, begun, partly } = await findByText(db, query, locale);
  return { query: begun ? query : withoutPrefix(query), ids, partly };
}
