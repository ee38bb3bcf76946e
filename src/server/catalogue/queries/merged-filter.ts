import 'server-only';
import { type CatalogueFilter, followMerged } from '#domain/catalogue-filter';
import { vocabularyKinds } from '#domain/vocabulary';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';

type Reader = { now: Date; version?: string | null };

/**
 * The filter that an address leads on to for ever, since a topic, city or target group of it became another; null where
 * it stays. What became what comes with the snapshot.
 */
export async function readMergedFilter(
  filter: CatalogueFilter,
  { now, version }: Reader,
): Promise<CatalogueFilter | null> {
  const { merged } = (await catalogueSnapshot(now, version)).vocabulary;
  return followMerged(filter, (facet, value) => {
    const kind = vocabularyKinds.find((known) => known === facet);
    return kind && merged[kind].get(value);
  });
}
