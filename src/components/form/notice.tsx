import type { ReactNode } from 'react';

type Props = { title?: string; children: ReactNode };

/** Something to know, that is no error. */
export function Notice({ title, children }: Props) {
  return (
    <div className="form-notice">
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}
