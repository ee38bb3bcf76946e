/** Letters that no Unicode decomposition takes apart, as PostgreSQL's unaccent writes them. */
const letters: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ς: 'σ' },
};

/** Text as it is compared: small letters, no accents, words parted by one space. "Reykjavík, École" is "reykjavik ecole". */
export function foldText(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{Mn}+/gu, '')
      .replace(/[æœßøłđðþıħŧς]/g, (letter) => letters[letter] ?? letter)
      // Chinese and Japanese are written without spaces: each sign is a word.
      .replace(/[\u3040-\u30ff\u3400-\u9fff]/g, ' $& ')
      .replace(/[^\p{L}\p{N}\p{Mc}]+/gu, ' ')
      .trim()
  );
}

/** Whether each word of the query begins a word of the text. Both are folded; an empty query begins nothing. */
export function beginsWords(folded: string, query: string): boolean {
  const padded = ` ${folded}`;
  return query !== '' && query.split(' ').every((word) => padded.includes(` ${word}`));
}
