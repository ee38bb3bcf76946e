import type { ReactNode } from 'react';
import '../../working-pages.css';

/** Brings the styles of pages with forms. */
export default function WorkingLayout({ children }: { children: ReactNode }) {
  return children;
}
