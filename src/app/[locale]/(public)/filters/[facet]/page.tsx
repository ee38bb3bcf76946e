import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { allValues } from '#components/listing/facet-group';
import { SiteFrame } from '#components/site/site-frame';
import { isFacet, parseFilter, serializeFilter } from '#domain/catalogue-filter';
import { parametersOf } from '#i18n/canonical-address';
import type { Locale } from '#i18n/locales';
import { facetPath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { readListing } from '#server/catalogue/queries/listing';
import { readMergedFilter } from '#server/catalogue/queries/merged-filter';
import { askedVersion } from '../../../asked-version';
import { guard } from '../../../guard';
import { FacetView } from './facet-view';

type Props = PageProps<'/[locale]/filters/[facet]'>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, facet, listing } = await load(props);
  return { title: allValues(facet, listing.facets[facet].length, locale), robots: { index: false } };
}

/** All values of a facet that has too many for the list itself. */
export default async function FacetPage(props: Props) {
  const { locale, facet, listing } = await load(props);
  return (
    <SiteFrame locale={locale} current="examples" pathIn={(other) => facetPath(other, facet, listing.filter)}>
      <FacetView locale={locale} facet={facet} listing={listing} />
    </SiteFrame>
  );
}

async function load({ params, searchParams }: Props) {
  const { locale: asked, facet } = await params;
  const locale = requireLocale(asked);
  if (!isFacet(facet)) notFound();
  const query = serializeFilter({ ...parseFilter(await searchParams), page: 1 });
  const { merged, listing } = await readOnce(locale, query);
  if (merged) permanentRedirect(facetPath(locale, facet, merged));
  return { locale, facet, listing };
}

const readOnce = cache((locale: Locale, query: string) =>
  guard(locale, async () => {
    const filter = parseFilter(parametersOf(new URLSearchParams(query)));
    const reader = { now: new Date(), version: await askedVersion() };
    const [merged, listing] = await Promise.all([
      readMergedFilter(filter, reader),
      readListing(filter, { locale, ...reader }),
    ]);
    return { merged, listing };
  }),
);
