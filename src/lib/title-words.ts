/** Words to look for in titles, without what no title holds: control characters, halves of a pair, runs of blanks. */
export function titleWords(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
}
