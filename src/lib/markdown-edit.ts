/** A text with what is selected in it. */
export type Selected = { text: string; start: number; end: number };

export const markdownTools = ['heading', 'bold', 'italic', 'list', 'numbers', 'link'] as const;
export type MarkdownTool = (typeof markdownTools)[number];

/** What a tool makes of the selection: marks are put on, or taken off again. Lines are taken whole. */
export function applyTool(tool: MarkdownTool, selected: Selected): Selected {
  switch (tool) {
    case 'bold':
      return wrap(selected, '**');
    case 'italic':
      return wrap(selected, '*');
    case 'heading':
      return markLines(selected, /^### /, () => '### ');
    case 'list':
      return markLines(selected, /^- /, () => '- ');
    case 'numbers':
      return markLines(selected, /^\d+\. /, (place) => `${place + 1}. `);
    case 'link':
      return makeLink(selected);
  }
}

function wrap({ text, start, end }: Selected, mark: string): Selected {
  const [from, to] = withoutBlanks(text, start, end);
  const inside = text.slice(from, to);
  const before = text.slice(0, from);
  const after = text.slice(to);
  if (endsWithMark(before, mark) && startsWithMark(after, mark)) {
    const size = mark.length;
    return {
      text: before.slice(0, -size) + inside + after.slice(size),
      start: from - size,
      end: to - size,
    };
  }
  return {
    text: `${before}${mark}${inside}${mark}${after}`,
    start: from + mark.length,
    end: to + mark.length,
  };
}

/** One asterisk of two is not a mark of its own. */
function endsWithMark(text: string, mark: string): boolean {
  return text.endsWith(mark) && !(mark === '*' && /(?<!\*)\*\*$/.test(text));
}

function startsWithMark(text: string, mark: string): boolean {
  return text.startsWith(mark) && !(mark === '*' && /^\*\*(?!\*)/.test(text));
}

function withoutBlanks(text: string, start: number, end: number): [from: number, to: number] {
  const inside = text.slice(start, end);
  if (inside.trim() === '') return [start, start];
  return [start + inside.length - inside.trimStart().length, end - (inside.length - inside.trimEnd().length)];
}

function markLines(
  { text, start, end }: Selected,
  marked: RegExp,
  markOf: (place: number) => string,
): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end > start && text[end - 1] === '\n' ? end - 1 : end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  const isOn = written.length > 0 && written.every((line) => marked.test(line));
  let place = 0;
  const changed = lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line;
    const bare = line.replace(/^(?:#{1,6} |- |\d+\. )/, '');
    return isOn ? bare : `${markOf(place++)}${bare}`;
  });
  // A list or heading begins after an empty line, or it is a part of the paragraph before.
  const needsLine = !isOn && from > 1 && text[from - 2] !== '\n' && !isMarked(lineBefore(text, from));
  const inserted = `${needsLine ? '\n' : ''}${changed.join('\n')}`;
  return {
    text: text.slice(0, from) + inserted + text.slice(to),
    start: from + (needsLine ? 1 : 0),
    end: from + inserted.length,
  };
}

function lineBefore(text: string, from: number): string {
  return text.slice(text.lastIndexOf('\n', from - 2) + 1, from - 1);
}

function isMarked(line: string): boolean {
  return /^(?:#{1,6} |- |\d+\. )/.test(line);
}

/** The address is selected, to be written over. */
function makeLink({ text, start, end }: Selected): Selected {
  const [from, to] = withoutBlanks(text, start, end);
  const inside = text.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(inside);
  const label = isAddress ? '' : inside;
  const address = isAddress ? inside : 'https://';
  const made = `[${label}](${address})`;
  const selected = isAddress ? [from + 1, from + 1] : [from + label.length + 3, from + made.length - 1];
  return {
    text: text.slice(0, from) + made + text.slice(to),
    start: selected[0] ?? from,
    end: selected[1] ?? from,
  };
}
