/** Characters as a reader counts them: an "é" or a flag is one, whatever it is made of. */
export function countCharacters(text: string): number {
  // Plain text is nearly all there is, and quickly counted.
  if (/^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\n]*$/.test(text)) return text.length;
  return [...new Intl.Segmenter('en').segment(text)].length;
}
