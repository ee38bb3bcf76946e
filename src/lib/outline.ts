/** A form on paper: headings, what is said about them, and room to write. Drawn as a Word file or as Markdown. */
export type OutlineBlock =
  | { kind: 'title' | 'group' | 'field' | 'text' | 'hint'; text: string }
  /** A box to write in. */
  | { kind: 'answer' }
  /** A box to tick. */
  | { kind: 'choice'; text: string };

export type Outline = { title: string; language: string; blocks: readonly OutlineBlock[] };

/** The form as Markdown: hints as quotations, choices as a list of tasks. */
export function outlineMarkdown({ blocks }: Outline): string {
  const lines = blocks.map((block) => {
    switch (block.kind) {
      case 'title':
      case 'group':
        return `# ${block.text}\n\n`;
      case 'field':
        return `## ${block.text}\n\n`;
      case 'hint':
        return `> ${block.text}\n\n`;
      case 'text':
        return `${block.text}\n\n`;
      case 'choice':
        return `- [ ] ${block.text}\n`;
      case 'answer':
        return '\n\n';
    }
  });
  return `${lines
    .join('')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/(- \[ \] [^\n]+\n)(?=#)/g, '$1\n')
    .trimEnd()}\n`;
}
