import { type SectionName, sectionNames } from '#domain/practice';
import { firstWords } from '#lib/plain-text';

/** Characters of a summary that is taken from the text. */
export const derivedSummaryLength = 220;

export type Summarised = { summary: string | null } & Partial<Record<SectionName, string | null>>;

/** The summary written for the record, or else the first words of its first section. Empty when there is no text at all. */
export function summaryOf(text: Summarised): string {
  if (text.summary) return text.summary;
  const first = sectionNames.find((name) => name !== 'references' && text[name]);
  return firstWords((first && text[first]) ?? '', derivedSummaryLength);
}
