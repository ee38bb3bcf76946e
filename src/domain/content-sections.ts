import { isStorable } from '#domain/content-file';
import { type SectionName, sectionNames } from '#domain/practice';
import type { LineProblem } from '#lib/located-yaml';

/** A section of a file: its Markdown without the heading, and the line of the file on which the Markdown begins. */
export type ContentSection = { name: SectionName; markdown: string; line: number };

const headings = new Map<string, SectionName>(sectionNames.map((name) => [headingOf(name), name]));

/** The heading of a section in every file, whatever its language: "Purpose". */
export function headingOf(name: SectionName): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Cuts a body at its `## ` headings. `firstLine` is the line of the file on which the body begins. */
export function splitSections(
  body: string,
  firstLine: number,
): { sections: ContentSection[]; problems: LineProblem[] } {
  const sections: ContentSection[] = [];
  const problems: LineProblem[] = [];
  const blocks = cutAtHeadings(body.split('\n'));
  for (const { heading, lines, start } of blocks) {
    const markdown = lines.join('\n').trim();
    const line =
      firstLine +
      start +
      Math.max(
        lines.findIndex((text) => text.trim()),
        0,
      );
    const name = heading === null ? undefined : headings.get(heading);
    const reason = findFault(heading, name, markdown, sections);
    if (reason) problems.push({ line: heading === null ? line : firstLine + start - 1, reason });
    else if (name) sections.push({ name, markdown, line });
  }
  if (blocks.every(({ heading }) => heading === null) && problems.length === 0) {
    problems.push({
      line: firstLine,
      reason: 'has no section; the text begins with a heading such as ## Purpose',
    });
  }
  return { sections, problems };
}

type Block = { heading: string | null; lines: string[]; start: number };

function cutAtHeadings(lines: readonly string[]): Block[] {
  let block: Block = { heading: null, lines: [], start: 0 };
  const blocks = [block];
  for (const [index, line] of lines.entries()) {
    const heading = /^##?\s+(.*)$/.exec(line)?.[1];
    if (heading === undefined) {
      block.lines.push(line);
      continue;
    }
    block = { heading: heading.trim(), lines: [], start: index + 1 };
    blocks.push(block);
  }
  return blocks;
}

function findFault(
  heading: string | null,
  name: SectionName | undefined,
  markdown: string,
  before: readonly ContentSection[],
): string | null {
  if (heading === null) return markdown ? 'there is text before the first heading' : null;
  const known = [...headings.keys()].join(', ');
  if (!name) return `## ${heading} is not a section; the sections are ${known}`;
  if (before.some((section) => section.name === name)) return `## ${heading} stands here a second time`;
  if (!markdown) return `## ${heading} is empty; leave out a section without text`;
  return isStorable(markdown) ? null : `## ${heading} holds a character that cannot be stored`;
}
