/**
 * How many values each row has, and for every 32nd row where its values begin: a quarter of the memory of where each
 * row's begin. Null in a facet as long as every row has exactly one.
 */
export type RowLengths = { lengths: Uint8Array | Uint16Array; blocks: Uint32Array };

/** Rows to a block. */
const blockRows = 32;
/** Above this a row needs two bytes for its number of values. */
const mostInByte = 255;

export function rowCountOf({ lengths }: RowLengths): number {
  return lengths.length;
}

/** Where the values of a row begin; for the place after the last row, where they end. */
export function beginOf({ lengths, blocks }: RowLengths, place: number): number {
  const block = Math.floor(place / blockRows);
  let begin = blocks[block] ?? 0;
  for (let row = block * blockRows; row < place; row += 1) begin += lengths[row] ?? 0;
  return begin;
}

/** The same with some rows written anew; `before` rows were there, each with one value if there was nothing to note. */
export function toRowLengths(
  last: RowLengths | null,
  before: number,
  rows: readonly { place: number; values: readonly unknown[] }[],
  size: number,
): RowLengths {
  const most = rows.reduce((longest, { values }) => Math.max(longest, values.length), 0);
  const wide = last?.lengths instanceof Uint16Array || most > mostInByte;
  const lengths = wide
    ? new Uint16Array(new SharedArrayBuffer(size * 2))
    : new Uint8Array(new SharedArrayBuffer(size));
  if (last) lengths.set(last.lengths);
  else lengths.fill(1, 0, before);
  for (const { place, values } of rows) lengths[place] = values.length;
  return { lengths, blocks: blocksOf(lengths) };
}

/** One more than there are blocks begun, so that the end of the last row is found as well. */
function blocksOf(lengths: Uint8Array | Uint16Array): Uint32Array {
  const count = Math.floor(lengths.length / blockRows) + 1;
  const blocks = new Uint32Array(new SharedArrayBuffer(count * 4));
  let begin = 0;
  for (let row = 0; row < lengths.length; row += 1) {
    if (row % blockRows === 0) blocks[row / blockRows] = begin;
    begin += lengths[row] ?? 0;
  }
  if (lengths.length % blockRows === 0) blocks[count - 1] = begin;
  return blocks;
}
