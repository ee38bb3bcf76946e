import { findCopies } from '#domain/content-copies';
import { type ContentProblem, contentLimits } from '#domain/content-file';
import { headingOf } from '#domain/content-sections';
import { sentencesOf } from '#domain/content-sentences';
import type { ContentText } from '#domain/content-text';
import { plainParagraphs, plainText } from '#lib/plain-text';
import { countWords } from '#lib/sentences';

/** Words that praise instead of telling. */
const praise =
  /\b(?:innovative(?:ly)?|ground-?breaking|pioneering|successful(?:ly)?|unique(?:ly)?|best|vibrant|inspiring|outstanding|exemplary|remarkabl[ey]|impressive(?:ly)?|exciting|world-class|cutting-edge|state-of-the-art|holistic|robust|seamless(?:ly)?|transformative|game-changing)\b/gi;
/** What others are quoted with is theirs. */
const quoted = /“[^”]*”|‘[^’]*’(?!\p{L})/gu;

/** Sections too short or too long. */
export function checkSectionLengths({ file, sections }: ContentText): ContentProblem[] {
  const { min, max } = contentLimits.sectionWords;
  return sections
    .filter(({ name }) => name !== 'references')
    .flatMap(({ name, markdown, line }) => {
      const words = countWords(plainText(markdown));
      if (words >= min && words <= max) return [];
      return [{ file, line, reason: `${name}: has ${words} words, between ${min} and ${max} are needed` }];
    });
}

/** Sentences that are too long to read. */
export function checkSentenceLengths(text: ContentText): ContentProblem[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = countWords(sentence.text);
    if (words <= contentLimits.sentenceWords) return [];
    const reason = `a sentence of ${words} words, ${contentLimits.sentenceWords} at most: ${quote(sentence.text)}`;
    return [{ file: text.file, line: sentence.line, reason: `${sentence.part}: ${reason}` }];
  });
}

/** Sections that a translation lacks or has on its own. */
export function checkSameSections(text: ContentText, original: ContentText): ContentProblem[] {
  const problem = (reason: string) => ({ file: text.file, line: 1, reason });
  const has = ({ sections }: ContentText, wanted: string) => sections.some(({ name }) => name === wanted);
  const missing = original.sections.filter(({ name }) => !has(text, name));
  const extra = text.sections.filter(({ name }) => !has(original, name));
  return [
    ...missing.map(({ name }) => problem(`## ${headingOf(name)} of the original is missing`)),
    ...extra.map(({ name }) => problem(`## ${headingOf(name)} is not in the original`)),
  ];
}

/** Titles too long for a list. */
export function checkTitleLength({ file, title, lines }: ContentText): ContentProblem[] {
  if (title.length <= contentLimits.title) return [];
  const reason = `title: has ${title.length} characters, ${contentLimits.title} at most`;
  return [{ file, line: lines.title, reason }];
}

/** What a catalogue summary cannot do without. */
export function checkParts({ file, summary, sections }: ContentText): ContentProblem[] {
  const references = sections.some(({ name }) => name === 'references');
  return [
    ...(summary === null ? [{ file, line: 1, reason: 'summary: is missing' }] : []),
    ...(references
      ? []
      : [{ file, line: 1, reason: '## References is missing; a summary names its sources' }]),
  ];
}

/** Praise in an English text. */
export function checkPraise(text: ContentText): ContentProblem[] {
  if (text.language !== 'en') return [];
  return sentencesOf(text).flatMap((sentence) => {
    const words = sentence.text.replace(quoted, '').match(praise) ?? [];
    return words.map((word) => {
      const reason = `${sentence.part}: ${quote(word)} praises; say what was done and what came of it`;
      return { file: text.file, line: sentence.line, reason };
    });
  });
}

/** Passages that stand word for word in a fact. */
export function checkCopies(
  { file, summary, sections, lines }: ContentText,
  facts: readonly string[],
): ContentProblem[] {
  const paragraphs = sections
    .filter(({ name }) => name !== 'references')
    .flatMap(({ name, markdown, line }) =>
      plainParagraphs(markdown).map((one) => ({ part: `${name}`, text: one.text, line: line + one.line })),
    );
  return [{ part: 'summary', text: summary ?? '', line: lines.summary }, ...paragraphs].flatMap((paragraph) =>
    findCopies(paragraph.text, facts).map((copy) => {
      const reason = `${paragraph.part}: copied from a fact word for word: ${quote(copy)}`;
      return { file, line: paragraph.line, reason };
    }),
  );
}

/** The beginning of a passage, for finding it in the file. */
export function quote(text: string): string {
  return `“${text.length > 100 ? `${text.slice(0, 100).toWellFormed()}…` : text}”`;
}
