import type { ReactNode } from 'react';

/** A term and what is said of it. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Several values as a list that reads as a line. */
export function Items({ items }: { items: readonly (readonly [key: string, content: ReactNode])[] }) {
  return (
    <ul>
      {items.map(([key, content]) => (
        <li key={key}>{content}</li>
      ))}
    </ul>
  );
}
