'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { foldText } from '#lib/fold-text';

type Props = {
  label: string;
  /** "{shown} of {total}", the total filled in. */
  found: string;
  /** Whether all values are there to be found. */
  isComplete: boolean;
  /** Told as soon as there is something to look for. */
  onType: () => void;
};

/**
 * Shortens the values of a long facet to those whose names contain what is typed. The rows are the server's: this only
 * hides them. The style sheet shows the field where scripts run, so that nothing moves when it becomes alive.
 */
export function FacetFilter({ label, found, isComplete, onType }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const wasEmpty = useRef(true);
  const [said, say] = useState('');

  function show() {
    const facet = field.current?.closest('fieldset');
    const query = foldText(field.current?.value ?? '');
    if (!facet) return;
    const shown = hideRows(facet, query);
    say(query && isComplete ? found.replace('{shown}', String(shown)) : '');
    if (query) onType();
    const disclosure = facet.querySelector('details');
    if (disclosure && wasEmpty.current !== (query === '')) disclosure.open = query !== '';
    wasEmpty.current = query === '';
  }

  // After every rendering, since a new list of examples brings new rows.
  useEffect(show);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const filled = event.currentTarget.value !== '';
    // Enter would send the form; Escape would close the panel of narrow screens as well.
    if (event.key === 'Enter' || (event.key === 'Escape' && filled)) event.preventDefault();
    if (event.key !== 'Escape' || !filled) return;
    event.currentTarget.value = '';
    show();
  }

  return (
    <div className="facet-filter">
      <input
        ref={field}
        className="text-field"
        type="text"
        autoComplete="off"
        enterKeyHint="done"
        aria-label={label}
        placeholder={label}
        onInput={show}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="facet-hint">
        {said}
      </p>
    </div>
  );
}

/** Hides what does not match, and says how many rows are left. */
function hideRows(facet: HTMLFieldSetElement, query: string): number {
  const rows = [...facet.querySelectorAll<HTMLElement>('.facet-option')];
  for (const row of rows) row.hidden = !foldText(row.children[1]?.textContent ?? '').includes(query);
  return rows.filter((row) => !row.hidden).length;
}
