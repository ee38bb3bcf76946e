/**
 * A failure that a person can mend. A command prints its one sentence, without a stack, and exits 1. What another
 * program printed about it may go before the sentence.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly details: string;

  constructor(sentence: string, details = '') {
    super(sentence);
    this.details = details;
  }
}

/** True for errors of the file system, of connections and of the database, which carry a code such as ENOENT. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
