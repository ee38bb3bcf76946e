import type { FoundName } from '#domain/found-name';

/** A stretch of the text a search found something in. */
export type Snippet = {
  language: string;
  parts: readonly SnippetPart[];
};
type SnippetPart = { text: string; found: boolean };

/** Where a search found a practice. */
export type Match = {
  /** Languages of its texts that hold something of the query, the one with the most first. */
  languages: readonly string[];
  /** Null where what was found is in sight: in the title or summary shown, or in a name. */
  snippet: Snippet | null;
  /** Names it was found by and that its card does not show. */
  names: readonly FoundName[];
};

/** Signs around a found word: of the private area, so that no text holds them. */
export const snippetMarks = { start: '\ue000', stop: '\ue001' } as const;

/** Cuts a marked text into what was found and what stands around it. Null where nothing is marked. */
export function cutSnippet(marked: string, language: string): Snippet | null {
  const parts = marked
    .split(snippetMarks.start)
    .flatMap((piece, i): SnippetPart[] => {
      if (i === 0) return [{ text: piece, found: false }];
      const [word = '', ...after] = piece.split(snippetMarks.stop);
      return [
        { text: word, found: true },
        { text: after.join(''), found: false },
      ];
    })
    .filter(({ text }) => text !== '');
  return parts.some(({ found }) => found) ? { language, parts } : null;
}
