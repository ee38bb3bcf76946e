import { readYearsText } from '#domain/years-text';

/** When a practice ran. Ongoing has no end; an end has a start; a start without either is "began, end not known". */
export type Years = { start: number | null; end: number | null; ongoing: boolean };

type YearsRefusal = 'empty' | 'no-year' | 'not-understood' | 'end-before-start' | 'out-of-range';

export type YearsResult = { ok: true; years: Years } | { ok: false; reason: YearsRefusal };

/** The years a practice may name. */
export const yearLimits = { first: 1900, last: 2200 } as const;

const longestText = 200;

/**
 * Reads what cities write: `2019–2021`, `2013-`, `Since 2017 - Ongoing`, `April to November 2021`, `2021 (ongoing since
 * 2017)`, in English, French or Albanian. What cannot be understood in full is refused, never guessed.
 */
export function parseYears(text: string): YearsResult {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, reason: 'empty' };
  if (trimmed.length > longestText) return { ok: false, reason: 'not-understood' };
  const read = readYearsText(trimmed);
  if (!read.ok) return read;
  const named = read.spans.flatMap((span) => [span.start, span.end]).filter((year) => year !== null);
  if (named.some((year) => year < yearLimits.first || year > yearLimits.last)) {
    return { ok: false, reason: 'out-of-range' };
  }
  const backwards = read.spans.some(({ start, end }) => start !== null && end !== null && end < start);
  return backwards ? { ok: false, reason: 'end-before-start' } : { ok: true, years: joinYears(read.spans) };
}

/** The spelling used in data files: `2021`, `2019–2021`, `2013 onwards`, `2011–?`, `Ongoing`, `unknown`. */
export function printYears({ start, end, ongoing }: Years): string {
  if (start === null) return ongoing ? 'Ongoing' : 'unknown';
  if (ongoing) return `${start} onwards`;
  if (end === null) return `${start}–?`;
  return start === end ? `${start}` : `${start}–${end}`;
}

/**
 * First and last year a practice is counted in, both included; null when nothing is known. Ongoing reaches to the
 * current year; ongoing since an unknown year is the current year alone; an unknown end counts as the start year.
 */
export function yearSpan(years: Years, currentYear: number): { first: number; last: number } | null {
  const { start, end, ongoing } = years;
  if (start === null) return ongoing ? { first: currentYear, last: currentYear } : null;
  if (ongoing) return { first: start, last: Math.max(start, currentYear) };
  return { first: start, last: end ?? start };
}

/** Whether a practice was running in any year of a range; null leaves that side open. Unknown years are in no range. */
export function yearsOverlap(
  years: Years,
  range: { from: number | null; to: number | null },
  currentYear: number,
): boolean {
  const span = yearSpan(years, currentYear);
  if (span === null) return false;
  const { from, to } = range;
  if (from !== null && to !== null && from > to) return false;
  return (from === null || span.last >= from) && (to === null || span.first <= to);
}

/** One stretch from several: earliest start, latest end, ongoing when one of them is. */
function joinYears(spans: readonly Years[]): Years {
  const starts = spans.map((span) => span.start).filter((year) => year !== null);
  const start = starts.length === 0 ? null : Math.min(...starts);
  const ongoing = spans.some((span) => span.ongoing);
  if (start === null || ongoing) return { start, end: null, ongoing };
  const ends = spans.map((span) => span.end);
  const end = ends.reduce((latest, next) =>
    latest === null || next === null ? null : Math.max(latest, next),
  );
  return { start, end, ongoing };
}
