/** A paragraph or list item without its marks. `line` counts from 0 inside the Markdown it was taken from. */
export type Paragraph = { text: string; line: number };

const heading = /^\s{0,3}#{1,6}\s/;
const listItem = /^\s*(?:[-*+]|\d{1,3}[.)])\s+/;
const rule = /^\s*(?:[-*_]\s*){3,}$/;
const tableRule = /^\s*\|?[\s:|-]+\|[\s:|-]*$/;

/** The paragraphs and list items of a Markdown text as plain words. Headings are skipped: they are labels, not text. */
export function plainParagraphs(markdown: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: { lines: string[]; line: number } | null = null;
  const close = () => {
    const text = open ? stripInlineMarks(open.lines.join(' ')) : '';
    if (open && text) paragraphs.push({ text, line: open.line });
    open = null;
  };
  for (const [line, written] of markdown.split('\n').entries()) {
    const content = written.replace(/^\s*(?:>\s?)+/, '');
    const skipped = !content.trim() || heading.test(content) || rule.test(content) || tableRule.test(content);
    if (skipped || listItem.test(content)) close();
    if (skipped) continue;
    open ??= { lines: [], line };
    open.lines.push(content.replace(listItem, '').replace(/(?<!\\)\|/g, ' '));
  }
  close();
  return paragraphs;
}

/** A Markdown text as plain words in one line. */
export function plainText(markdown: string): string {
  return plainParagraphs(markdown)
    .map(({ text }) => text)
    .join(' ');
}

/** The first words of a Markdown text, at most `max` characters, cut at a word and ended with "…" when it goes on. */
export function firstWords(markdown: string, max: number): string {
  const text = plainText(markdown);
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const whole = /\s/.test(text.charAt(max - 1)) ? head : head.replace(/\s+\S*$/, '');
  const words = whole
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .replace(/[\s,;:.…–—-]+$/, '');
  return `${words}…`;
}

/** A character after a backslash is no mark: it stands aside, in a private area, while the marks are taken off. */
const aside = 0xe000;

function stripInlineMarks(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(aside + mark.charCodeAt(0)))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<((?:https?:|mailto:)[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/`+([^`]*)`+/g, '$1')
    .replace(/(\*{1,3})(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - aside))
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}
