import type { ReactNode } from 'react';
import { Notice } from '#components/form/notice';

type Link = { href: string; text: ReactNode };

/** Something to know before, with a link to each. */
export function LinkNotice({ id, text, links }: { id: string; text: string; links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <div id={id}>
      <Notice>
        <p>{text}</p>
        <ul className="link-list">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
