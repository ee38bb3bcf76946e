'use client';

import { FacetFilter } from '#components/listing/facet-filter';
import { useWholeFacet, type ValueRow } from '#components/listing/use-whole-facet';

type Props = {
  name: string;
  /** Chosen ones first. */
  rows: readonly ValueRow[];
  chosen: number;
  /** So many rows stand before the disclosure. */
  inSight: number;
  summary: string;
  /** Words of the field that shortens the list; null where it is short. */
  finder: { label: string; found: string } | null;
  /** The page with all values, where they are too many to be sent with each list. */
  whole: { href: string; label: string } | null;
};

/** The values of a facet as checkboxes. A client component so that rows travel as data, and once, not as markup twice. */
export function FacetValues({ name, rows, chosen, inSight, summary, finder, whole }: Props) {
  const { further, isComplete, load } = useWholeFacet(rows, whole?.href);
  const render = ([value, label, count, ownName]: ValueRow, place: number) => (
    <label key={value} className={count === '0' ? 'facet-option nothing' : 'facet-option'}>
      <input type="checkbox" name={name} value={value} defaultChecked={place < chosen} />
      <span>
        {ownName && <span lang={value} dir="auto">{`${ownName} `}</span>}
        {ownName ? <small>{label}</small> : label}
      </span>
      <span className="count">{count}</span>
    </label>
  );
  return (
    <>
      {finder && <FacetFilter {...finder} isComplete={isComplete} onType={load} />}
      <div className="facet-values">{rows.slice(0, inSight).map(render)}</div>
      {rows.length > inSight && (
        <details className="facet-more">
          <summary>{summary}</summary>
          {rows.slice(inSight).map((row, i) => render(row, inSight + i))}
          {further.map((row) => render(row, rows.length))}
          {whole && (
            <a className="facet-whole" href={whole.href} rel="nofollow">
              {whole.label}
            </a>
          )}
        </details>
      )}
    </>
  );
}
