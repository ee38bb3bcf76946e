import 'server-only';
import { permanentRedirect, redirect } from 'next/navigation';
import { cache } from 'react';
import { type CatalogueFilter, parseFilter, serializeFilter } from '#domain/catalogue-filter';
import { parametersOf } from '#i18n/canonical-address';
import type { Locale } from '#i18n/locales';
import { listingPath } from '#i18n/paths';
import { readListing, readPlaces } from '#server/catalogue/queries/listing';
import { readMergedFilter } from '#server/catalogue/queries/merged-filter';
import { readCollections, readContentPage } from '#server/pages/queries';
import { askedVersion } from '../asked-version';
import { guard } from '../guard';

/**
 * Everything the listing shows. The page and its metadata ask for the same: read once a request. Values that the
 * catalogue does not know, and a page after the last, lead to the address of what is shown instead; not for good, since
 * the catalogue grows. What was merged leads on for good.
 */
export async function loadListing(locale: Locale, filter: CatalogueFilter) {
  const loaded = await readOnce(locale, serializeFilter(filter));
  if (loaded.merged) permanentRedirect(listingPath(locale, loaded.merged));
  const { facets, page } = loaded.listing.filter;
  const shown = { ...filter, facets, page };
  if (serializeFilter(shown) !== serializeFilter(filter)) redirect(listingPath(locale, shown));
  return loaded;
}

const readOnce = cache((locale: Locale, query: string) =>
  guard(locale, async () => {
    const reader = { now: new Date(), version: await askedVersion() };
    const filter = parseFilter(parametersOf(new URLSearchParams(query)));
    const [merged, listing, places, introduction, collections] = await Promise.all([
      readMergedFilter(filter, reader),
      readListing(filter, { locale, ...reader }),
      readPlaces(reader),
      readIntroduction(locale),
      readCollections(locale),
    ]);
    return { merged, listing, places, introduction, collections };
  }),
);

async function readIntroduction(locale: Locale) {
  const page = await readContentPage('introduction', locale);
  if (!page) throw new Error('content/pages/introduction has no text');
  const { title, description, lede, markdown } = page;
  return { title, description, lede: lede ?? '', paragraphs: markdown.split(/\n{2,}/) };
}
