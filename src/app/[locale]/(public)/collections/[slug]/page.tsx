import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ExampleCard } from '#components/practice/example-card';
import { Markdown } from '#components/practice/markdown';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { alternatesOf } from '#i18n/alternates';
import { directionOf, type Locale } from '#i18n/locales';
import { collectionPath, listingPath, localHref } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { readCardsBySlug } from '#server/catalogue/queries/listing';
import { readCollection } from '#server/pages/queries';
import { askedVersion } from '../../../asked-version';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';

type Props = PageProps<'/[locale]/collections/[slug]'>;

/** The collection and its examples, read once a request. */
const loadCollection = cache((locale: Locale, slug: string) =>
  guard(locale, async () => {
    const collection = await readCollection(slug, locale);
    if (!collection) notFound();
    const reader = { locale, now: new Date(), version: await askedVersion() };
    return { collection, cards: await readCardsBySlug(collection.practices, reader) };
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: asked, slug } = await params;
  const locale = requireLocale(asked);
  const { collection } = await loadCollection(locale, slug);
  return {
    title: collection.title,
    description: collection.summary,
    alternates: alternatesOf(locale, (other) => collectionPath(other, slug)),
  };
}

/** A curated set of examples: why they stand together, then the examples themselves. */
export default async function CollectionPage({ params }: Props) {
  const { locale: asked, slug } = await params;
  const locale = requireLocale(asked);
  const { collection, cards } = await loadCollection(locale, slug);
  const t = translatorOf(locale);
  const inLanguage = { lang: collection.language, dir: directionOf(collection.language) };
  return (
    <PageFrame locale={locale} current="examples" pathIn={(other) => collectionPath(other, slug)}>
      <div className="wrap">
        <Breadcrumb
          label={t('practice.breadcrumb')}
          links={[{ href: listingPath(locale), label: t('site.examples') }]}
        />
        <article className="collection" id="content" tabIndex={-1}>
          <p className="place-line">{t('collection.kind')}</p>
          <h1 {...inLanguage}>{collection.title}</h1>
          <div className="prose" {...inLanguage}>
            <Markdown topHeading={2} resolve={(href) => localHref(locale, href)}>
              {collection.markdown}
            </Markdown>
          </div>
          <h2 className="collection-count">{t('listing.total', { count: cards.length })}</h2>
          <ol className="examples">
            {cards.map((card) => (
              <ExampleCard key={card.id} card={card} locale={locale} />
            ))}
          </ol>
        </article>
      </div>
    </PageFrame>
  );
}
