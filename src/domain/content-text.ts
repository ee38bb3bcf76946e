import type { z } from 'zod';
import { type ContentFile, type ContentProblem, languagePattern, type Parsed } from '#domain/content-file';
import { type ContentSection, splitSections } from '#domain/content-sections';
import { type MarkdownFile, parseFrontMatter } from '#lib/front-matter';

/** The text of a practice in one language, and where its parts stand in their file. */
export type ContentText = {
  file: string;
  /** The whole file, for telling whether it changed. */
  source: string;
  language: string;
  title: string;
  summary: string | null;
  approvedBy: 'catalogue' | 'city';
  sections: ContentSection[];
  lines: { title: number; summary: number };
};

/** The language a Markdown file is named after; a file of another name is a problem. */
export function languageOf(file: ContentFile): string | null {
  const stem = /^(.+)\.md$/.exec(file.parts.at(-1) ?? '')?.[1] ?? '';
  return languagePattern.test(stem) ? stem : null;
}

/** Reads the fields of a Markdown file; null when they do not hold. */
export function readFields<T>(file: ContentFile, schema: z.ZodType<T>): Parsed<MarkdownFile<T> | null> {
  const parsed = parseFrontMatter(file.text, schema);
  if (parsed.ok) return { value: parsed.value, problems: [] };
  return { value: null, problems: atFile(file, parsed.problems) };
}

/** Reads the sections below the fields and puts the text of one language together. */
export function readText(
  file: ContentFile,
  language: string,
  fields: MarkdownFile<{ title: string; summary?: string | undefined }>,
  approvedBy: ContentText['approvedBy'],
): Parsed<ContentText> {
  const { sections, problems } = splitSections(fields.body, fields.bodyLine);
  const value: ContentText = {
    file: file.path,
    source: file.text,
    language,
    title: fields.data.title,
    summary: fields.data.summary ?? null,
    approvedBy,
    sections,
    lines: { title: fields.lineOf(['title']), summary: fields.lineOf(['summary']) },
  };
  return { value, problems: atFile(file, problems) };
}

function atFile(file: ContentFile, problems: readonly { line: number; reason: string }[]): ContentProblem[] {
  return problems.map((problem) => ({ file: file.path, ...problem }));
}
