import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Markdown } from '#components/practice/markdown';
import { alternatesOf } from '#i18n/alternates';
import { directionOf, type Locale } from '#i18n/locales';
import { contentPagePath, localHref } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { readContentPage } from '#server/pages/queries';
import { PageFrame } from '../../page-frame';

type Props = PageProps<'/[locale]/[page]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, page } = await params;
  const { title, description } = await loadPage(page, requireLocale(locale));
  return {
    title,
    description,
    alternates: alternatesOf(requireLocale(locale), (other) => contentPagePath(other, page)),
  };
}

/** A text of `content/pages`, such as the page about the catalogue. */
export default async function ContentPage({ params }: Props) {
  const { locale: asked, page } = await params;
  const locale = requireLocale(asked);
  const { title, markdown, language } = await loadPage(page, locale);
  return (
    <PageFrame
      locale={locale}
      current={page === 'about' ? 'about' : undefined}
      pathIn={(other) => contentPagePath(other, page)}
    >
      <article
        className="wrap plain-page"
        id="content"
        tabIndex={-1}
        lang={language}
        dir={directionOf(language)}
      >
        <h1>{title}</h1>
        <div className="prose">
          <Markdown topHeading={2} resolve={(href) => localHref(locale, href)}>
            {markdown}
          </Markdown>
        </div>
      </article>
    </PageFrame>
  );
}

/** The introduction is a part of the listing, not a page of its own. */
async function loadPage(page: string, locale: Locale) {
  const text = page === 'introduction' ? null : await readContentPage(page, locale);
  if (!text) notFound();
  return text;
}
