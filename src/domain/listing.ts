import type { CatalogueFilter, FacetName } from '#domain/catalogue-filter';
import type { PracticeCard } from '#domain/practice';
import type { Restriction } from '#domain/restriction';
import type { Correction } from '#domain/search-correction';
import type { Match } from '#domain/snippet';

/** A value of a facet as the reader sees it, with the number of examples it would give. */
export type FacetOption = { value: string; label: string; count: number; chosen: boolean };

export type WayOut = ({ without: Restriction } | { only: Restriction }) & { total: number };

/** A page of the catalogue: what was asked, what was found, and what could be asked next. */
export type Listing = {
  /** The filter as it was understood: known values only, the page within bounds. */
  filter: CatalogueFilter;
  total: number;
  pageCount: number;
  cards: readonly PracticeCard[];
  /** Where the words of the filter were found, by the card's id. A card found by names that it shows is not in it. */
  matches: ReadonlyMap<string, Match>;
  /** What was searched for instead, or may be, because the words found nothing. */
  correction: Correction | null;
  /** No example holds all of the words; these hold most of them. */
  partly: boolean;
  /** The words hold nothing to search for (signs alone), so they restrict nothing. */
  wordless: boolean;
  /** Words cannot be searched for at the moment, so they restrict nothing. */
  searchAway: boolean;
  facets: Record<FacetName, readonly FacetOption[]>;
  /** Examples per year, without gaps, the chosen range not applied. */
  years: readonly { year: number; count: number; chosen: boolean }[];
  /**
   * When nothing was found: what taking off one restriction would give, or, where that gives nothing either, each of them
   * alone. Only those that give something.
   */
  waysOut: readonly WayOut[];
  /** Size of the whole catalogue. */
  catalogueSize: number;
};

/** Chosen values first, then the most frequent, then by name. */
export function sortOptions(options: readonly FacetOption[], collator: Intl.Collator): FacetOption[] {
  return [...options].sort(
    (a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || collator.compare(a.label, b.label),
  );
}
