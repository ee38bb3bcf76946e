const inline = /\]\(\s*(?:<([^<>\s]*)>|((?:[^()\s]|\([^()\s]*\))*))/g;
const bare = /https?:\/\/[^\s<>"\]]+/gi;

/** The web addresses that a Markdown text leads to, each once, as they are asked for: without what follows a "#". */
export function webLinksIn(markdown: string): string[] {
  const written = [...markdown.matchAll(inline)].map(([, pointed, plain]) => pointed ?? plain ?? '');
  const rest = markdown.replace(inline, ' ').match(bare) ?? [];
  const addresses = [...written, ...rest.map(withoutEnd)].flatMap((address) => webAddress(address) ?? []);
  return [...new Set(addresses)];
}

/** An address as it is asked for; null for what is no web address. */
export function webAddress(written: string): string | null {
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  url.hash = '';
  return url.href;
}

/** An address in running text ends before the marks that end a sentence, and before a bracket it did not open. */
function withoutEnd(address: string): string {
  const trimmed = address.replace(/[?!.,:;*_~'"]+$/, '');
  const opens = trimmed.split('(').length;
  return trimmed.endsWith(')') && trimmed.split(')').length > opens
    ? withoutEnd(trimmed.slice(0, -1))
    : trimmed;
}
