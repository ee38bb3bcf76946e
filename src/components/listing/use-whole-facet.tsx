import { useEffect, useRef, useState } from 'react';

/** A value, its name, its number of examples in words, and a language's name in itself. Short, since it is sent for each. */
export type ValueRow = readonly [value: string, label: string, count: string, ownName?: string];

/**
 * The values that were not sent, from the page that has them all, once they are asked for. That page is what the link
 * leads to without scripts. Where it cannot be had there are none, and the link is still there.
 */
export function useWholeFacet(sent: readonly ValueRow[], href: string | undefined) {
  const [whole, setWhole] = useState<{ href: string; rows: readonly ValueRow[] } | null>(null);
  const asked = useRef<string>(undefined);

  async function load() {
    if (!href || asked.current === href) return;
    asked.current = href;
    const rows = await fetchRows(href);
    // Meanwhile another list may have come.
    if (asked.current === href) setWhole({ href, rows });
  }
  useEffect(() => {
    if (asked.current !== undefined) void load();
  });

  const known = new Set(sent.map(([value]) => value));
  return {
    further: whole?.rows.filter(([value]) => !known.has(value)) ?? [],
    isComplete: href === undefined || whole?.href === href,
    load,
  };
}

async function fetchRows(href: string): Promise<ValueRow[]> {
  try {
    const html = await (await fetch(href)).text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    return [...page.querySelectorAll('.facet-option')].map(({ children: [field, name, count] }) => [
      field?.getAttribute('value') ?? '',
      name?.textContent ?? '',
      count?.textContent ?? '',
    ]);
  } catch {
    return [];
  }
}
