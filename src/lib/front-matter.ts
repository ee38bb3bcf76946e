import type { z } from 'zod';
import { type Located, type LocatedData, parseLocated, parseLocatedYaml } from '#lib/located-yaml';

/** A Markdown file with front matter, held against a schema. */
export type MarkdownFile<T> = {
  data: T;
  /** The line of a field of the front matter, such as ['cities', 0]. */
  lineOf: LocatedData['lineOf'];
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
};

const fence = '---';

/** Reads the fields between the two `---` lines at the top, and what follows them. `text` has `\n` line ends. */
export function parseFrontMatter<T>(text: string, schema: z.ZodType<T>): Located<MarkdownFile<T>> {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== fence) return problem(`the file begins with a line ${fence}, then its fields`);
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  if (end === -1) return problem(`the fields end with a line ${fence}, which is missing`);

  const located = parseLocatedYaml(lines.slice(1, end).join('\n'), 2);
  if (!located.ok) return located;
  const fields = parseLocated(schema, located.value);
  if (!fields.ok) return fields;
  const body = lines.slice(end + 1).join('\n');
  return { ok: true, value: { data: fields.value, lineOf: located.value.lineOf, body, bodyLine: end + 2 } };
}

function problem(reason: string): { ok: false; problems: { line: number; reason: string }[] } {
  return { ok: false, problems: [{ line: 1, reason }] };
}
