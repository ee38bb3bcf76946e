import type { ReactNode } from 'react';
import '../../working-pages.css';

/** Brings the styles of pages with forms. */
export default function AskedLayout({ children }: { children: ReactNode }) {
  return children;
}
