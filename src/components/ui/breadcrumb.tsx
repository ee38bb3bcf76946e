type Props = { label: string; links: readonly { href: string; label: string }[] };

/** The way back up, from the widest to the nearest. */
export function Breadcrumb({ label, links }: Props) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <ol>
        {links.map(({ href, label: text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
