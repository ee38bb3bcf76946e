import 'server-only';
import type { FacetIndex } from '#domain/facet-index';
import { placesOfIds } from '#domain/facet-index/query';
import type { TextAnswer } from '#server/catalogue/queries/text-search-answer';

/** What words found, as places in the index: four bytes each, where an id as text takes ten times that. */
type KnownAnswer = Omit<TextAnswer, 'ids'> & { found: Uint32Array | null };
/** The answer to words in a language: asked for once, as long as it is kept. */
export type KnownAnswers = (key: string, ask: () => Promise<TextAnswer>) => Promise<KnownAnswer>;

/** Bounds of what is kept: answers, and places in all of them. */
const limits = { answers: 200, places: 1_000_000 } as const;

/**
 * Keeps what words found. It belongs to one state of the catalogue and goes with it, so a kept answer is never an old
 * one: further pages, orders and filters of a search, and what many search for, are not searched again.
 */
export function keepAnswers(index: FacetIndex): KnownAnswers {
  const kept = new Map<string, { answer: Promise<KnownAnswer>; places: number }>();
  return (key, ask) => {
    const entry = kept.get(key) ?? { answer: toKnown(ask(), index), places: 0 };
    if (!kept.has(key)) entry.answer.then(noteSize, forget);
    // What was asked for last is forgotten last.
    kept.delete(key);
    kept.set(key, entry);
    return entry.answer;

    function noteSize({ found }: KnownAnswer): void {
      entry.places = found?.length ?? 0;
      forgetOldest();
    }
    /** A failure is not kept: the next request tries again. */
    function forget(): void {
      kept.delete(key);
    }
  };

  function forgetOldest(): void {
    let places = [...kept.values()].reduce((sum, entry) => sum + entry.places, 0);
    for (const [key, entry] of kept) {
      if (kept.size <= limits.answers && places <= limits.places) return;
      kept.delete(key);
      places -= entry.places;
    }
  }
}

async function toKnown(asked: Promise<TextAnswer>, index: FacetIndex): Promise<KnownAnswer> {
  const { ids, ...answer } = await asked;
  return { ...answer, found: ids && placesOfIds(index, ids) };
}
