import { isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';

/** Something wrong at a line of a file, the line counted from 1. */
export type LineProblem = { line: number; reason: string };

/** Data read from YAML or JSON that still knows on which line each value stands. */
export type LocatedData = { value: unknown; lineOf: (path: readonly PropertyKey[]) => number };

export type Located<T> = { ok: true; value: T } | { ok: false; problems: LineProblem[] };

/** Reads YAML, of which JSON is a part. `firstLine` is the line of the file on which `source` begins. */
export function parseLocatedYaml(source: string, firstLine = 1): Located<LocatedData> {
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  // One slip of the pen makes many errors: the first is the one to correct.
  const problems = document.errors
    .slice(0, 1)
    .map((error) => ({ line: lineAt(error.pos[0]), reason: error.message }));
  visit(document, {
    Alias(_, node) {
      const line = lineAt(node.range?.[0] ?? 0);
      problems.push({
        line,
        reason: `*${node.source} stands for nothing here; put a text with an asterisk in quotes`,
      });
    },
  });
  if (problems.length > 0) return { ok: false, problems };

  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
    return path.length === 0 ? firstLine : lineOf(path.slice(0, -1));
  };
  return { ok: true, value: { value: document.toJS(), lineOf } };
}

/** Holds located data against a schema. Every problem names its field and its line. */
export function parseLocated<T>(schema: z.ZodType<T>, data: LocatedData): Located<T> {
  const result = schema.safeParse(data.value, { error: explainIssue });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => locateIssue(issue, data)) };
}

function locateIssue(issue: z.core.$ZodIssue, data: LocatedData): LineProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: data.lineOf([...issue.path, key]),
      reason: `${[...issue.path, key].join('.')}: is not a known field`,
    }));
  }
  const field = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return [{ line: data.lineOf(issue.path), reason: `${field}${issue.message}` }];
}

const kinds: Record<string, string> = {
  string: 'text; put it in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [a, b]',
  object: 'a set of fields',
  record: 'a set of fields',
};

/** What zod found, in words for the person who wrote the file. A message written in the schema comes first. */
function explainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_union':
      return issue.input === undefined ? 'is missing' : 'is not understood';
    case 'too_small':
      return `is too short or too small: ${issue.minimum} at least`;
    case 'too_big':
      return `is too long or too large: ${issue.maximum} at most`;
    case 'invalid_format':
      return 'is not written as it must be';
    default:
      return undefined;
  }
}
