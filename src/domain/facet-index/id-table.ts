/**
 * Ids and their places in the index, in 14 bytes each: ten digits and letters are a whole number below 2^53, and an
 * open hash table leads from it to the place. A Map of texts takes five times that.
 */
export type IdTable = {
  /** Ids as numbers, by place. */
  keys: Float64Array;
  /** Place + 1 of an id, or 0 for an empty slot. */
  slots: Uint32Array;
};

const idFormat = /^[0-9a-z]{10}$/;
const slotsPerId = 1.25;
const fullest = 0.92;
/** Five digits of an id. Halves are small whole numbers, which print and parse many times faster than the whole. */
const half = 36 ** 5;

export function emptyIdTable(): IdTable {
  return { keys: new Float64Array(new SharedArrayBuffer(0)), slots: makeSlots(16) };
}

/** The id at a place. */
export function idAt(table: IdTable, place: number): string {
  const key = table.keys[place] ?? 0;
  return printHalf(Math.floor(key / half)) + printHalf(key % half);
}

/** The place of an id; -1 for one that was never there. */
export function placeOfId(table: IdTable, id: string): number {
  return (table.slots[findSlot(table, keyOf(id))] ?? 0) - 1;
}

/** The table with more ids, which take the next places in their order. */
export function addIds(table: IdTable, ids: readonly string[]): IdTable {
  const before = table.keys.length;
  const keys = new Float64Array(new SharedArrayBuffer((before + ids.length) * 8));
  keys.set(table.keys);
  ids.forEach((id, i) => {
    if (!idFormat.test(id)) throw new Error(`"${id}" is no id of a practice`);
    keys[before + i] = keyOf(id);
  });
  const tooFull = keys.length > table.slots.length * fullest;
  const slots = makeSlots(tooFull ? Math.ceil(keys.length * slotsPerId) : table.slots.length);
  if (!tooFull) slots.set(table.slots);
  const grown = { keys, slots };
  for (let place = tooFull ? 0 : before; place < keys.length; place += 1)
    slots[findSlot(grown, keys[place] ?? 0)] = place + 1;
  return grown;
}

function keyOf(id: string): number {
  return Number.parseInt(id.slice(0, 5), 36) * half + Number.parseInt(id.slice(5), 36);
}

function printHalf(digits: number): string {
  return digits.toString(36).padStart(5, '0');
}

function makeSlots(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

/** The slot that holds a key, or the empty one where it would go. */
function findSlot({ keys, slots }: IdTable, key: number): number {
  let slot = hash(key) % slots.length;
  for (;;) {
    const place = slots[slot] ?? 0;
    if (place === 0 || keys[place - 1] === key) return slot;
    slot = slot + 1 === slots.length ? 0 : slot + 1;
  }
}

function hash(key: number): number {
  const mixed = Math.imul((key % 0x1_0000_0000) | 0, 0x9e3779b1) ^ Math.imul(key / 0x1_0000_0000, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0;
}
