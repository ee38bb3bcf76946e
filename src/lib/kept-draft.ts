import type { Values } from '#lib/autosave';

/** What this browser keeps of a form until the server has it: the fields that changed, and the version they belong to. */
export type KeptDraft = { base: string; page: string; values: Values };

/** Keeps it under a key; an empty one is forgotten. A browser that keeps nothing is no reason to stop writing. */
export function keepDraft(key: string, draft: KeptDraft): void {
  try {
    if (draft.values.size === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ ...draft, values: [...draft.values] }));
  } catch {
    // Full, or forbidden.
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Forbidden: then there is nothing to forget either.
  }
}

/** What was kept; null where there is nothing that can be read. */
export function recallDraft(key: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept(kept) ? { ...kept, values: new Map(kept.values) } : null;
  } catch {
    return null;
  }
}

type Stored = { base: string; page: string; values: [string, string[]][] };

function isKept(kept: unknown): kept is Stored {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('base' in kept && 'page' in kept && 'values' in kept)) return false;
  const { base, page, values } = kept;
  return (
    typeof base === 'string' && typeof page === 'string' && Array.isArray(values) && values.every(isPair)
  );
}

function isPair(pair: unknown): pair is [string, string[]] {
  if (!Array.isArray(pair) || pair.length !== 2) return false;
  const [name, values]: unknown[] = pair;
  return (
    typeof name === 'string' && Array.isArray(values) && values.every((value) => typeof value === 'string')
  );
}
