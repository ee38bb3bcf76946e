import { sameValues, type Values } from '#lib/autosave';

/**
 * What this browser keeps of a form until the server has it: the fields that changed, the version they belong to, and the
 * window they were typed in.
 */
export type KeptDraft = { base: string; page: string; turn: string; values: Values };

/** `offered`: what was found when the page came, until its author says what is to become of it. */
type Shelf = 'written' | 'offered';

const keyOf = (name: string, shelf: Shelf) => `${name} ${shelf}`;

/** Keeps it under a name; an empty one is forgotten. A browser that keeps nothing is no reason to stop writing. */
export function keepDraft(name: string, draft: KeptDraft, shelf: Shelf = 'written'): void {
  try {
    if (draft.values.size === 0) localStorage.removeItem(keyOf(name, shelf));
    else localStorage.setItem(keyOf(name, shelf), JSON.stringify({ ...draft, values: [...draft.values] }));
  } catch {
    // Full, or forbidden.
  }
}

export function forgetDraft(name: string, shelf: Shelf = 'written'): void {
  try {
    localStorage.removeItem(keyOf(name, shelf));
  } catch {
    // Forbidden: then there is nothing to forget either.
  }
}

/** What was kept and does not stand in the form as it came; null where nothing is to be offered. It stays until it is answered. */
export function offeredDraft(name: string, known: Values): KeptDraft | null {
  const kept = recallDraft(name, 'written') ?? recallDraft(name, 'offered');
  const lost = [...(kept?.values ?? [])].filter(
    ([field, values]) => known.has(field) && !sameValues(values, known.get(field)),
  );
  forgetDraft(name);
  if (!kept || lost.length === 0) {
    forgetDraft(name, 'offered');
    return null;
  }
  const offered = { ...kept, values: new Map(lost) };
  keepDraft(name, offered, 'offered');
  return offered;
}

function recallDraft(name: string, shelf: Shelf): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name, shelf)) ?? 'null');
    return isKept(kept) ? { ...kept, values: new Map(kept.values) } : null;
  } catch {
    return null;
  }
}

type Stored = { base: string; page: string; turn: string; values: [string, string[]][] };

function isKept(kept: unknown): kept is Stored {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('base' in kept && 'page' in kept && 'turn' in kept && 'values' in kept)) return false;
  const { base, page, turn, values } = kept;
  return (
    [base, page, turn].every((one) => typeof one === 'string') &&
    Array.isArray(values) &&
    values.every(isPair)
  );
}

function isPair(pair: unknown): pair is [string, string[]] {
  if (!Array.isArray(pair) || pair.length !== 2) return false;
  const [name, values]: unknown[] = pair;
  return (
    typeof name === 'string' && Array.isArray(values) && values.every((value) => typeof value === 'string')
  );
}
