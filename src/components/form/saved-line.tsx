import type { ReactNode } from 'react';

/** That something is done, in quiet green, as a word and a mark. */
export function SavedLine({ children }: { children: ReactNode }) {
  return (
    <p className="saved-line">
      <span aria-hidden="true">✓ </span>
      {children}
    </p>
  );
}
