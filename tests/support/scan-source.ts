/** A source without its comments: `text` keeps what strings say, `code` has it blanked too. Places stay the same. */
export type ScannedSource = { code: string; text: string };

const comment = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const string = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/y;
const pattern = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const template = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;
/** What can stand before a regular expression, but not before a division or inside a closing tag. */
const beforePattern = /(?:^|[(,=:[!&|?{;+*%>~^-]|\b(?:return|typeof|case|of|in))\s*$/;

/**
 * Blanks comments and strings, well enough for this code base: templates nest, an apostrophe in the text of a tag is
 * not a string unless a second one follows on its line.
 */
export function scanSource(source: string): ScannedSource {
  const code = [...source.split('')];
  const text = [...code];
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  while (at < source.length) {
    const character = source[at];
    const skipped = readSkipped(source, at);
    if (skipped !== null) {
      const { end, isComment } = skipped;
      blank(code, isComment ? at : at + 1, isComment ? end : end - 1);
      if (isComment) blank(text, at, end);
      at = end;
    } else if (character === '`' || (character === '}' && templates.at(-1) === depth)) {
      if (character === '}') depth = (templates.pop() ?? 0) - 1;
      const end = at + 1 + lengthAt(template, source, at + 1);
      blank(code, at + 1, end);
      if (source.startsWith('${', end)) {
        depth += 1;
        templates.push(depth);
        at = end + 2;
      } else at = end + 1;
    } else {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      at += 1;
    }
  }
  return { code: code.join(''), text: text.join('') };
}

/** What a source imports, re-exports or loads, in order of kind: the texts between the quotes. */
export function readImports({ code, text }: ScannedSource): string[] {
  const forms = [
    /\b(?:import|export)\b[^'"`;=()]*?\bfrom\s*(?=['"])/g,
    /\bimport\s*(?=['"])/g,
    /\b(?:import|require)\s*\(\s*(?=['"`])/g,
  ];
  return forms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => {
      const open = match.index + match[0].length;
      return text.slice(open + 1, code.indexOf(code.charAt(open), open + 1));
    }),
  );
}

function readSkipped(source: string, at: number): { end: number; isComment: boolean } | null {
  const commentLength = source[at - 1] === ':' ? 0 : lengthAt(comment, source, at);
  if (commentLength > 0) return { end: at + commentLength, isComment: true };
  const stringLength = lengthAt(string, source, at);
  if (stringLength > 0) return { end: at + stringLength, isComment: false };
  if (source[at] !== '/' || !beforePattern.test(source.slice(Math.max(0, at - 40), at))) return null;
  const patternLength = lengthAt(pattern, source, at);
  return patternLength > 0 ? { end: at + patternLength, isComment: false } : null;
}

function lengthAt(form: RegExp, source: string, at: number): number {
  form.lastIndex = at;
  return form.exec(source)?.[0].length ?? 0;
}

function blank(characters: string[], from: number, to: number): void {
  for (let at = from; at < to; at += 1) if (characters[at] !== '\n') characters[at] = ' ';
}
