import type { SortName } from '#domain/catalogue-filter';
import type { Years } from '#domain/years';

/** What the order of a list depends on: names as the reader sees them. */
export type SortableRow = {
  id: string;
  years: Years;
  /** Milliseconds since 1970. */
  publishedAt: number;
  title: string;
  /** The first city, or null for a whole country. */
  city: string | null;
};

/** Places of the rows in the asked order; the same rows always give the same order. `locale` sets the alphabet. */
export function orderRows(rows: readonly SortableRow[], sort: SortName, locale: string): number[] {
  const compare = comparers(new Intl.Collator(locale, { numeric: true }))[sort];
  return rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => compare(a.row, b.row) || (a.row.id < b.row.id ? -1 : 1))
    .map(({ place }) => place);
}

type Compare = (a: SortableRow, b: SortableRow) => number;

function comparers(collator: Intl.Collator): Record<SortName, Compare> {
  const byTitle: Compare = (a, b) => collator.compare(a.title, b.title);
  return {
    newest: (a, b) => compareStarts(a, b, -1) || b.publishedAt - a.publishedAt || byTitle(a, b),
    oldest: (a, b) => compareStarts(a, b, 1) || a.publishedAt - b.publishedAt || byTitle(a, b),
    title: byTitle,
    city: (a, b) => compareCities(a.city, b.city, collator) || byTitle(a, b),
  };
}

function compareCities(a: string | null, b: string | null, collator: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return collator.compare(a, b);
}

/** An unknown start goes last whichever way the years run. */
function compareStarts(a: SortableRow, b: SortableRow, direction: 1 | -1): number {
  const [first, second] = [a.years.start, b.years.start];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return direction * (first - second);
}
