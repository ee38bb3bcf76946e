import type { CatalogueNews } from '#domain/catalogue-news';
import { historyPaths } from '#i18n/history-paths';
import type { Locale } from '#i18n/locales';
import { listingPath, practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { escapeXml } from '#lib/escape-xml';

type Feed = {
  locale: Locale;
  /** The site's address, without a slash at the end. */
  origin: string;
  news: readonly CatalogueNews[];
  /** What is said where nothing has happened yet. */
  now: Date;
};

/** What happened lately in the catalogue, as an Atom feed (RFC 4287). The ids of entries are the same in every language. */
export function atomFeed({ locale, origin, news, now }: Feed): string {
  const t = translatorOf(locale);
  const name = t('site.name');
  const self = `${origin}${historyPaths.feed(locale)}`;
  const updated = (news[0]?.at ?? now).toISOString();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <id>${tagOf(origin, `feed/${locale}`)}</id>
  <title>${escapeXml(t('feed.title', { site: name }))}</title>
  <updated>${updated}</updated>
  <author><name>${escapeXml(name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(`${origin}${listingPath(locale)}`)}"/>
${news.map((one) => entryOf(one, locale, origin)).join('\n')}
</feed>
`;
}

function entryOf(one: CatalogueNews, locale: Locale, origin: string): string {
  const { key, kind, at, slug, title, language, number } = one;
  const path =
    kind === 'revised' && number !== null
      ? historyPaths.changes(locale, slug, number - 1, number)
      : practicePath(locale, slug);
  return `  <entry>
    <id>${tagOf(origin, key)}</id>
    <title xml:lang="${escapeXml(language)}">${escapeXml(title)}</title>
    <updated>${at.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${escapeXml(`${origin}${path}`)}"/>
    <category term="${kind}"/>
    <summary>${escapeXml(sentenceOf(one, locale))}</summary>
  </entry>`;
}

function sentenceOf({ kind, words, number }: CatalogueNews, locale: Locale): string {
  const t = translatorOf(locale);
  if (kind === 'translated')
    return t(number === 1 ? 'practice.translationFeed' : 'practice.translationFeedAgain');
  if (kind === 'revised' && words) return t('feed.revisedWith', { note: words });
  if (kind === 'archived' && words) return t('feed.archivedBecause', { because: words });
  return t(`feed.${kind}`);
}

/** A name that is never another's (RFC 4151). */
function tagOf(origin: string, name: string): string {
  return escapeXml(`tag:${new URL(origin).hostname},2026:${name}`);
}
