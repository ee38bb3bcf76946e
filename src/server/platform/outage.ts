import 'server-only';

const kept = globalThis as typeof globalThis & { catalogueOutages?: number };

/**
 * How often the database has gone away and come back: odd while it is away. A page that was drawn meanwhile may show an
 * older catalogue than the version that was read for its tag.
 */
export function outageMark(): number {
  return kept.catalogueOutages ?? 0;
}

/** Whether the database is away, as far as is known. */
export function isAway(): boolean {
  return outageMark() % 2 === 1;
}

/** The catalogue is served from memory from now on. */
export function beginOutage(): void {
  if (!isAway()) kept.catalogueOutages = outageMark() + 1;
}

/** The catalogue is what the database says again. */
export function endOutage(): void {
  if (isAway()) kept.catalogueOutages = outageMark() + 1;
}

/** Whether nothing was served from memory since this mark was read. */
export function isFreshSince(mark: number): boolean {
  return mark % 2 === 0 && outageMark() === mark;
}

/** What a read gives, or something else when it fails because the database is away. */
export async function unlessAway<T, U>(read: Promise<T>, instead: U): Promise<T | U> {
  try {
    return await read;
  } catch (error) {
    if (!isAway()) throw error;
    return instead;
  }
}
