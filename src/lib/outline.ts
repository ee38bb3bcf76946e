/** A form on paper: headings, what is said about them, and room to write. Drawn as a Word file or as Markdown. */
export type OutlineBlock =
  | { kind: 'title' | 'group' | 'field' | 'text' | 'hint'; text: string }
  /** A box to write in. */
  | { kind: 'answer' }
  /** A box to tick. */
  | { kind: 'choice'; text: string };

export type Outline = {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  blocks: readonly OutlineBlock[];
};

/** The form as Markdown: hints as quotations, choices as a list of tasks. */
export function outlineMarkdown({ blocks }: Outline): string {
  const text = blocks.map(drawBlock).join('');
  // A list ends with an empty line, and an empty box leaves two.
  return `${text
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/(- \[ \] [^\n]+\n)(?=#)/g, '$1\n')
    .trimEnd()}\n`;
}

function drawBlock(block: OutlineBlock): string {
  if (block.kind === 'answer') return '\n\n';
  if (block.kind === 'choice') return `- [ ] ${block.text}\n`;
  return `${marks[block.kind]}${block.text}\n\n`;
}

const marks = { title: '# ', group: '# ', field: '## ', hint: '> ', text: '' } as const;
