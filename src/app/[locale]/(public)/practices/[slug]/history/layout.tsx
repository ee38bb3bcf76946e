import type { ReactNode } from 'react';
import '../../../../../history-pages.css';

/** Brings the styles of pages about versions. */
export default function HistoryLayout({ children }: { children: ReactNode }) {
  return children;
}
