import type { Content } from '#domain/content';
import type { ContentProblem } from '#domain/content-file';
import { findLinkFault, linksIn } from '#domain/content-links';
import type { ContentBody } from '#domain/content-page';
import type { ContentPractice } from '#domain/content-practice';
import {
  checkCopies,
  checkParts,
  checkPraise,
  checkSameSections,
  checkSectionLengths,
  checkSentenceLengths,
  checkTitleLength,
  quote,
} from '#domain/content-text-rules';
import { tracePractice } from '#domain/content-trace';
import { plainText } from '#lib/plain-text';

/** Tells the language of a text by its code; null when it is not sure. */
export type LanguageDetector = (text: string) => string | null;

/** Written forms so close that a detector takes one for the other. */
const confused = [['da', 'no', 'nb', 'nn']];

/** Shorter texts tell too little about their language, in characters. */
const shortestDetected = 120;

/** Holds the texts against the rules of writing, which the database does not know. In the order of files and lines. */
export function checkContent(content: Content, detectLanguage: LanguageDetector): ContentProblem[] {
  const slugs = new Set(content.practices.map(({ slug }) => slug));
  const problems = [
    ...content.practices.flatMap(checkPractice),
    ...content.collections.flatMap(({ practices, texts }) =>
      practices
        .filter((slug) => !slugs.has(slug))
        .map((slug) => problemOf(texts[0], `practices: ${slug} is not a folder of practices`)),
    ),
    ...listBodies(content).flatMap((body) => checkLinks(body, content)),
    ...listTexts(content).flatMap((text) => checkLanguage(text, detectLanguage)),
  ];
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function checkPractice(practice: ContentPractice): ContentProblem[] {
  const { provenance, texts } = practice;
  const [original] = texts;
  // An excerpt is printed as the programme cut it: nobody may change its words.
  if (provenance === 'programme_excerpt' || !original) return [];
  const problems = texts.flatMap((text) => [
    ...checkTitleLength(text),
    ...checkSectionLengths(text),
    ...checkSentenceLengths(text),
    ...checkSameSections(text, original),
  ]);
  return provenance === 'catalogue_summary' ? [...problems, ...checkCatalogueSummary(practice)] : problems;
}

/** What the catalogue asks of itself where it speaks in its own words. */
function checkCatalogueSummary(practice: ContentPractice): ContentProblem[] {
  const { texts, facts } = practice;
  if (!facts) return [problemOf(texts[0], 'facts.json is missing or cannot be read')];
  const factTexts = facts.facts.map(({ text }) => text);
  const untraced = tracePractice(practice).filter(({ missing }) => missing.length > 0);
  return [
    ...texts.flatMap((text) => [...checkParts(text), ...checkPraise(text), ...checkCopies(text, factTexts)]),
    ...untraced.map(({ file, sentence, missing }) => ({
      file,
      line: sentence.line,
      reason: `${sentence.part}: a number without a fact, ${missing.join(', ')}: ${quote(sentence.text)}`,
    })),
  ];
}

function checkLinks({ file, markdown, line }: ContentBody, content: Content): ContentProblem[] {
  return linksIn(markdown).flatMap((link) => {
    const fault = findLinkFault(link.address, content);
    return fault ? [{ file, line: line + link.line, reason: `the link ${link.address} ${fault}` }] : [];
  });
}

function checkLanguage(text: LanguageText, detect: LanguageDetector): ContentProblem[] {
  const { file, language } = text;
  const words = plainText(text.markdown);
  const found = words.length < shortestDetected ? null : detect(words);
  if (found === null || found === language) return [];
  if (confused.some((group) => group.includes(found) && group.includes(language))) return [];
  return [{ file, line: 1, reason: `the file is named ${language}, its text reads as ${found}` }];
}

/** Every piece of Markdown of the folder, a practice's section by section. */
function listBodies({ practices, collections, pages }: Content): ContentBody[] {
  const ofPractices = practices.flatMap(({ texts }) =>
    texts.flatMap(({ file, language, sections }) =>
      sections.map(({ markdown, line }) => ({ file, language, markdown, line })),
    ),
  );
  return [
    ...ofPractices,
    ...[...collections, ...pages].flatMap(({ texts }): readonly ContentBody[] => texts),
  ];
}

type LanguageText = Omit<ContentBody, 'line'>;

/** Every file's text as one, without the titles of sources, which are in any language. */
function listTexts({ practices, collections, pages }: Content): LanguageText[] {
  const ofPractices = practices.flatMap(({ texts }) =>
    texts.map(({ file, language, sections }) => {
      const own = sections.filter(({ name }) => name !== 'references');
      return { file, language, markdown: own.map(({ markdown }) => markdown).join('\n\n') };
    }),
  );
  return [
    ...ofPractices,
    ...[...collections, ...pages].flatMap(({ texts }): readonly LanguageText[] => texts),
  ];
}

function problemOf(text: { file: string } | undefined, reason: string): ContentProblem {
  return { file: text?.file ?? 'practices', line: 1, reason };
}
