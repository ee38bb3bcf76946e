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
  // Among ten thousand this is done for every visit: no list of all of them, and years only where the rest is near.
  const near: { id: string; score: number }[] = [];
  for (const row of rows) {
    const score = row.id === id ? 0 : nearness(self, row, currentYear);
    if (score >= 3) near.push({ id: row.id, score });
  }
  return near
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map((row) => row.id);
}

function nearness(a: FacetRow, b: FacetRow, currentYear: number): number {
  const common = 3 * (shared(a.facets.topic, b.facets.topic) + shared(a.facets.city, b.facets.city));
  const sameMainTopic = a.facets.topic[0] === b.facets.topic[0] ? 1 : 0;
  const score = common + sameMainTopic + shared(a.facets.country, b.facets.country);
  return score < 2 ? score : score + (overlap(a.years, b.years, currentYear) ? 1 : 0);
}

function shared(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  for (const value of a) if (b.includes(value)) count += 1;
  return count;
}

function overlap(a: Years, b: Years, currentYear: number): boolean {
  const first = yearSpan(a, currentYear);
  const second = yearSpan(b, currentYear);
  return first !== null && second !== null && first.first <= second.last && second.first <= first.last;
}
