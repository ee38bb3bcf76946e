import type { OrderName } from '#domain/catalogue-filter';
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
export function orderRows(rows: readonly SortableRow[], sort: OrderName, locale: string): number[] {
  const compare = compareRows(sort, locale);
  return rows
    .map((row, place) => ({ row, place }))
    .sort((a, b) => compare(a.row, b.row))
    .map(({ place }) => place);
}

/** An order after some rows changed: places that do not stay leave it, and others come in where they belong. */
export function updateOrder(
  order: Uint32Array,
  changes: { stays: (place: number) => boolean; incoming: readonly number[] },
  rowAt: (place: number) => SortableRow,
  [sort, locale]: [OrderName, string],
): Uint32Array {
  const compare = compareRows(sort, locale);
  const kept = order.filter(changes.stays);
  const incoming = changes.incoming
    .map((place) => ({ row: rowAt(place), place }))
    .sort((a, b) => compare(a.row, b.row));
  const updated = new Uint32Array(kept.length + incoming.length);
  let from = 0;
  incoming.forEach(({ row, place }, i) => {
    const until = findPlaceFor(row, kept, rowAt, compare);
    updated.set(kept.subarray(from, until), from + i);
    updated[until + i] = place;
    from = until;
  });
  updated.set(kept.subarray(from), from + incoming.length);
  return updated;
}

/** How many rows of an order come before a row. */
function findPlaceFor(
  row: SortableRow,
  order: Uint32Array,
  rowAt: (place: number) => SortableRow,
  compare: Compare,
): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(rowAt(order[middle] ?? 0), row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareRows(sort: OrderName, locale: string): Compare {
  const compare = comparers(new Intl.Collator(locale, { numeric: true }))[sort];
  return (a, b) => compare(a, b) || (a.id < b.id ? -1 : 1);
}

type Compare = (a: SortableRow, b: SortableRow) => number;

function comparers(collator: Intl.Collator): Record<OrderName, Compare> {
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
