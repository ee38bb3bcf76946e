const grouped = /(?<!\d)\d{1,3}(?:[.,\u00a0\u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?/;
const plain = /\d+(?:[.,]\d+)?/;
const number = new RegExp(`${grouped.source}|${plain.source}`, 'g');

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
const moreWords = 'seventeen eighteen nineteen twenty';
const wordValues = new Map(`${words} ${moreWords}`.split(' ').map((word, value) => [word, String(value)]));

/** A number as it is written, and the values it may mean: "6.400" is 6400 in Danish and 6.4 in English. */
export type WrittenNumber = { written: string; values: readonly string[] };

/** The numbers of a text that are written in digits. A range is two numbers, an hour as well. */
export function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(number)].map(([written]) => ({ written, values: valuesOf(written) }));
}

/** The numbers that an English text writes as words, from two on: "one" is rarely a number. */
export function numberWordsIn(text: string): WrittenNumber[] {
  const found = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return found.flatMap((written) => {
    const value = wordValues.get(written);
    return value === undefined || value === '0' || value === '1' ? [] : [{ written, values: [value] }];
  });
}

function valuesOf(written: string): string[] {
  const parts = written.split(/[^\d]/);
  const separators = written.replace(/\d/g, '');
  if (separators === '') return [canonical(written)];
  const [whole = '', decimals = ''] = parts;
  const asDecimal = parts.length === 2 && /[.,]/.test(separators) ? [canonical(`${whole}.${decimals}`)] : [];
  const groups = parts.slice(1);
  const last = groups.at(-1) ?? '';
  const hasDecimals = groups.length > 1 && separators.at(-1) !== separators.at(0);
  const allThrees = (hasDecimals ? groups.slice(0, -1) : groups).every((group) => group.length === 3);
  if (!allThrees || whole.length > 3) return asDecimal;
  const joined = hasDecimals ? `${parts.slice(0, -1).join('')}.${last}` : parts.join('');
  return [...asDecimal, canonical(joined)];
}

function canonical(digits: string): string {
  return String(Number(digits));
}
