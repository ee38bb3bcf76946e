/** A paragraph, heading or item of a document that came in, without and with its form. */
export type TextBlock = {
  /** Level of a heading; 0 for what is none. */
  heading: number;
  /** As words alone. */
  plain: string;
  /** As Markdown. */
  markdown: string;
  /** Belongs to a list: stands close to the items around it. */
  isItem: boolean;
};

/** Blocks as one text in Markdown. */
export function joinBlocks(blocks: readonly TextBlock[]): string {
  let text = '';
  /** Whether the list that is open at the margin has points; null outside of lists. */
  let hasPoints: boolean | null = null;
  for (const { markdown, isItem } of blocks) {
    const isInner = /^\s/.test(markdown);
    const isClose = isItem && hasPoints !== null && (isInner || hasPoints === markdown.startsWith('-'));
    text += `${text === '' ? '' : isClose ? '\n' : '\n\n'}${markdown}`;
    if (!isItem) hasPoints = null;
    else if (!isInner || hasPoints === null) hasPoints = markdown.trimStart().startsWith('-');
  }
  return text.trim();
}

/** The blocks of a text in Markdown, whose form stays as it was written. */
export function markdownBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: string[] = [];
  const close = (isItem = false) => {
    const markdown = open.join('\n').replace(/^\n+|\s+$/g, '');
    open = [];
    if (markdown.trim() === '') return;
    blocks.push({ heading: 0, plain: markdown.trim(), markdown, isItem });
  };
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, marks, heading = ''] = /^(#{1,6})\s+(.*?)(?:\s#+)?\s*$/.exec(line) ?? [];
    const isTask = /^\s*[-*+]\s+\[[ xX]\]\s/.test(line);
    if (marks || isTask || line.trim() === '') close();
    if (marks) blocks.push({ heading: marks.length, plain: heading, markdown: line.trim(), isItem: false });
    else if (line.trim() !== '') open.push(line);
    if (isTask) close(true);
  }
  close();
  return blocks;
}
