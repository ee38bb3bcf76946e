/** A rectangle in units of the drawing: x, y, width, height. Whole numbers. */
export type WeaveRect = readonly [x: number, y: number, width: number, height: number];

/** All visible pieces of thread of one colour, 1 to 7. */
export type WeaveColour = { thread: number; rects: readonly WeaveRect[] };

/** Units from one thread to the next: a drawing is `columns * weavePitch` wide and `rows * weavePitch` high. */
export const weavePitch = 20;

const threadCount = 7;
/** Bare ground on either side of a thread. */
const margin = 3;
/** Width of a thread in units. No piece of one is as short. */
export const weaveThread = weavePitch - 2 * margin;
/** Ground left free where a thread dips under another, so that the eye sees which lies on top. */
const hairline = 1;

/** Warp lies on top where `(offset + row) % period < over`; from one column to the next the offset moves by `step`. */
type Binding = { period: number; over: number; step: number };
type Cloth = {
  warp: readonly number[];
  weft: readonly number[];
  isWarpOver: (column: number, row: number) => boolean;
};
type Draw = (below: number) => number;

/** What a hand loom can do: plain weave, twills to either side, satin. Warp shows at least as much as weft. */
const bindings: readonly Binding[] = [
  { period: 2, over: 1, step: 1 },
  { period: 3, over: 2, step: 1 },
  { period: 3, over: 2, step: 2 },
  { period: 4, over: 2, step: 1 },
  { period: 4, over: 2, step: 3 },
  { period: 5, over: 3, step: 2 },
];

/** How the weft colours follow each other. The accent, 0, is in every three rows or so, and never alone. */
const weftOrders: readonly (readonly number[])[] = [
  [0, 1, 2],
  [0, 1, 0, 2],
  [0, 1, 1, 2],
  [0, 0, 1, 2],
  [0, 1, 2, 1],
];

/** The colours that sit best beside each colour, best first. */
const companions: Record<number, readonly number[]> = {
  1: [3, 4, 2],
  2: [3, 4, 7],
  3: [7, 2, 5],
  4: [7, 2, 3],
  5: [3, 2, 1],
  6: [5, 3, 7],
  7: [3, 4, 2],
};

/**
 * The cloth of a practice: warp in the colours of its topics, weft and binding from its id. The same practice always
 * gives the same cloth, and a wider piece is more of it. `threads` are 1 to 7 in the order of the topics; where there
 * are none the id chooses one. Colours come in ascending order, and no two rectangles overlap.
 */
export function weaveRects(input: {
  id: string;
  threads: readonly number[];
  columns: number;
  rows: number;
}): WeaveColour[] {
  const { warp, weft, isWarpOver } = designCloth(input);
  const pieces = new Map<number, WeaveRect[]>();
  const add = (thread: number, rect: WeaveRect) => {
    const rects = pieces.get(thread);
    if (rects) rects.push(rect);
    else pieces.set(thread, [rect]);
  };
  for (const [column, thread] of warp.entries()) {
    for (const [from, to] of visibleRuns(input.rows, (row) => isWarpOver(column, row))) {
      add(thread, [column * weavePitch + margin, from, weaveThread, to - from]);
    }
  }
  for (const [row, thread] of weft.entries()) {
    for (const [from, to] of visibleRuns(input.columns, (column) => !isWarpOver(column, row))) {
      add(thread, [from, row * weavePitch + margin, to - from, weaveThread]);
    }
  }
  return [...pieces]
    .map(([thread, rects]) => ({ thread, rects }))
    .sort((one, two) => one.thread - two.thread);
}

function designCloth(input: {
  id: string;
  threads: readonly number[];
  columns: number;
  rows: number;
}): Cloth {
  const draw = drawNumbers(`${input.id} colours`);
  const topics = input.threads.length > 0 ? [...new Set(input.threads)] : [1 + draw(threadCount)];
  const { period, over, step } = pick(bindings, drawNumbers(`${input.id} binding`));
  const offsets = moveOffsets(input.columns, { period, step }, drawNumbers(`${input.id} shift`));
  return {
    warp: stripeWarp(topics, input.columns, drawNumbers(`${input.id} warp`)),
    weft: orderWeft(topics, input.rows, draw),
    isWarpOver: (column, row) => ((offsets[column] ?? 0) + row) % period < over,
  };
}

/** Stripes of uneven width in the order of the topics, narrow enough that six columns show every one of up to six. */
function stripeWarp(topics: readonly number[], columns: number, draw: Draw): number[] {
  const widest = Math.max(1, Math.min(3, Math.floor(6 / topics.length)));
  const warp: number[] = [];
  for (let stripe = 0; warp.length < columns; stripe += 1) {
    const thread = topics[stripe % topics.length] ?? 1;
    for (let width = 1 + draw(widest); width > 0 && warp.length < columns; width -= 1) warp.push(thread);
  }
  return warp;
}

/** An accent that suits the topics, crossed with their colours from the last to the first. */
function orderWeft(topics: readonly number[], rows: number, draw: Draw): number[] {
  const suited = new Set(topics.flatMap((thread) => companions[thread] ?? []));
  const accents = [...suited].filter((thread) => !topics.includes(thread));
  const accent = pick(accents.length > 0 ? accents : topics, draw);
  const second = accents.filter((thread) => thread !== accent)[0] ?? accent;
  const palette = topics.length === 1 ? [accent, second, ...topics] : [accent, ...topics.toReversed()];
  const order = pick(weftOrders, draw);
  const first = draw(order.length);
  return Array.from(
    { length: rows },
    (_, row) => palette[order[(first + row) % order.length] ?? 0] ?? accent,
  );
}

/** The diagonal of the binding, column by column. Now and then it turns, as in a herringbone, or two columns pair up. */
function moveOffsets(
  columns: number,
  { period, step }: { period: number; step: number },
  draw: Draw,
): number[] {
  const offsets = [draw(period)];
  let move = step;
  let regular = 1;
  for (const previous of offsets) {
    if (offsets.length >= columns) break;
    // Closer breaks leave threads unbound over many crossings, which no longer looks like cloth.
    const breaks = regular >= 3 && draw(3) === 0;
    const pairs = breaks && draw(2) === 0;
    if (breaks && !pairs) move = period - move;
    regular = breaks ? 0 : regular + 1;
    offsets.push((previous + (pairs ? 0 : move)) % period);
  }
  return offsets;
}

/** Where a thread of so many crossings can be seen, as [from, to] along it: on top, and in the gaps beside. */
function visibleRuns(
  crossings: number,
  isOnTop: (crossing: number) => boolean,
): [from: number, to: number][] {
  const reach = margin - hairline;
  const runs: [from: number, to: number][] = [];
  let open: number | null = isOnTop(0) ? 0 : null;
  for (let at = 0; at < crossings; at += 1) {
    const edge = at * weavePitch;
    if (isOnTop(at)) open ??= edge - reach;
    else if (open !== null) {
      runs.push([open, edge + reach]);
      open = null;
    }
  }
  if (open !== null) runs.push([open, crossings * weavePitch]);
  return runs;
}

function pick<Item>(items: readonly Item[], draw: Draw): Item {
  const item = items[draw(items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** Draws whole numbers below a limit: the same ones in the same order for the same text (FNV-1a into mulberry32). */
function drawNumbers(text: string): Draw {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
