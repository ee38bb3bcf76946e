import { type CatalogueFilter, serializeFilter } from '#domain/catalogue-filter';

/** A filter as hidden fields, so that a form goes on from where the visitor is. Page numbers stay behind. */
export function FilterFields({ filter }: { filter: CatalogueFilter }) {
  const fields = [...new URLSearchParams(serializeFilter({ ...filter, page: 1 }))];
  return fields.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}
