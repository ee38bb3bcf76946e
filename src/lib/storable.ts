const lineEnd = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const control = /[^\P{Cc}\n\t]/gu;
const halfPair = /\p{Cs}/gu;

/**
 * A text that PostgreSQL and every reader can hold: without NUL and the other control characters, without halves of
 * surrogate pairs; a line ends with \n. `changed` when anything but line ends was left out, so that its writer can be told.
 */
export function storableText(text: string): { text: string; changed: boolean } {
  const lines = text.replace(lineEnd, '\n');
  const stored = lines.replace(control, '').replace(halfPair, '');
  return { text: stored, changed: stored !== lines };
}
