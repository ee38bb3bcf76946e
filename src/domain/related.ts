import type { FacetRow } from '#domain/facet-index';
import { type Years, yearSpan } from '#domain/years';

/** Ids of the practices nearest to one: shared topics weigh most, then places, then years. Only those that share a topic or a city. */
export function findRelated(
  rows: readonly FacetRow[],
  id: string,
  limit: number,
  currentYear: number,
): string[] {
  const self = rows.find((row) => row.id === id);
  if (!self) return [];
  return rows
    .filter((row) => row.id !== id)
    .map((row) => ({ id: row.id, score: nearness(self, row, currentYear) }))
    .filter(({ score }) => score >= 3)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map((row) => row.id);
}

function nearness(a: FacetRow, b: FacetRow, currentYear: number): number {
  const sameMainTopic = a.facets.topic[0] === b.facets.topic[0] ? 1 : 0;
  return (
    3 * shared(a.facets.topic, b.facets.topic) +
    sameMainTopic +
    3 * shared(a.facets.city, b.facets.city) +
    shared(a.facets.country, b.facets.country) +
    (overlap(a.years, b.years, currentYear) ? 1 : 0)
  );
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((value) => b.includes(value)).length;
}

function overlap(a: Years, b: Years, currentYear: number): boolean {
  const first = yearSpan(a, currentYear);
  const second = yearSpan(b, currentYear);
  return first !== null && second !== null && first.first <= second.last && second.first <= first.last;
}
