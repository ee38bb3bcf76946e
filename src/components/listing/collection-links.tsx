import type { Locale } from '#i18n/locales';
import { collectionPath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';

export type CollectionLink = { slug: string; title: string; summary: string };

/** The curated sets of examples, each with what holds it together. */
export function CollectionLinks({
  collections,
  locale,
}: {
  collections: readonly CollectionLink[];
  locale: Locale;
}) {
  if (collections.length === 0) return null;
  return (
    <section className="collections" aria-labelledby="collections-heading">
      <h2 id="collections-heading">{translatorOf(locale)('collection.heading')}</h2>
      <ul>
        {collections.map(({ slug, title, summary }) => (
          <li key={slug}>
            <a href={collectionPath(locale, slug)}>{title}</a>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
