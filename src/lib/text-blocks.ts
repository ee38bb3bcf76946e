const startsBlock = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|#{1,6}\s|>)/;

/**
 * The paragraphs, headings and list items of a Markdown text, each as it is written. Blank lines between them, and spaces
 * at the end of a line, say nothing and are left out.
 */
export function textBlocks(markdown: string): string[] {
  const blocks: string[][] = [];
  let isOpen = false;
  for (const written of markdown.split(/\r\n?|\n/)) {
    const line = written.trimEnd();
    if (line === '') isOpen = false;
    else if (isOpen && !startsBlock.test(line)) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    isOpen = line !== '' && !/^\s*#{1,6}\s/.test(line);
  }
  return blocks.map((lines) => lines.join('\n'));
}
