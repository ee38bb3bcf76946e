import type { ContentText } from '#domain/content-text';
import type { SectionName } from '#domain/practice';
import { plainParagraphs } from '#lib/plain-text';
import { splitSentences } from '#lib/sentences';

/** A sentence of a text and the line of the file on which its paragraph begins. */
export type ContentSentence = { part: 'title' | 'summary' | SectionName; text: string; line: number };

/** Every sentence a reader reads, the title as one. References are titles of others and left out. */
export function sentencesOf(text: ContentText): ContentSentence[] {
  const { language, title, summary, sections, lines } = text;
  const inSummary = summary ? splitSentences(summary, language) : [];
  return [
    { part: 'title', text: title, line: lines.title },
    ...inSummary.map((sentence) => ({ part: 'summary' as const, text: sentence, line: lines.summary })),
    ...sections
      .filter(({ name }) => name !== 'references')
      .flatMap(({ name, markdown, line }) =>
        plainParagraphs(markdown).flatMap((paragraph) =>
          splitSentences(paragraph.text, language).map((sentence) => ({
            part: name,
            text: sentence,
            line: line + paragraph.line,
          })),
        ),
      ),
  ];
}
