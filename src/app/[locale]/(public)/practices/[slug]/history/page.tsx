import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { alternatesOf } from '#i18n/alternates';
import { formatDate } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import { directionOf, type Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { type PracticeHistory, readHistory } from '#server/catalogue/queries/history';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { TextItem } from './text-item';

type Props = PageProps<'/[locale]/practices/[slug]/history'>;

const load = cache(async (locale: Locale, slug: string): Promise<PracticeHistory> => {
  const history = await guard(locale, () => readHistory(slug, locale));
  if (!history) notFound();
  return history;
});

async function read({ params }: Props) {
  const { locale: asked, slug } = await params;
  const locale = requireLocale(asked);
  return { locale, history: await load(locale, slug) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, history } = await read(props);
  return {
    title: translatorOf(locale)('history.of', { title: history.title }),
    alternates: alternatesOf(locale, (other) => historyPaths.versions(other, history.slug)),
  };
}

/** What was published of a practice, and when. */
export default async function HistoryPage(props: Props) {
  const { locale, history } = await read(props);
  const { slug, title, language } = history;
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} current="examples" pathIn={(other) => historyPaths.versions(other, slug)}>
      <div className="wrap history-page" id="content" tabIndex={-1}>
        <h1>{t('history.title')}</h1>
        <p className="history-title">
          <a href={practicePath(locale, slug)} lang={language} dir={directionOf(language)}>
            {title}
          </a>
        </p>
        <p>{t('history.lede')}</p>
        <ol className="version-list">{itemsOf(locale, history)}</ol>
      </div>
    </PageFrame>
  );
}

/** Versions, and texts in other languages, the latest first. */
function itemsOf(locale: Locale, { slug, versions, texts }: PracticeHistory) {
  const ofVersions = versions.map((version, place) => {
    const about = { before: versions[place + 1]?.number, isPresent: place === 0 };
    return {
      at: version.at,
      item: <Version key={version.number} {...{ locale, slug, version, ...about }} />,
    };
  });
  const ofTexts = texts.map((text) => ({
    at: text.at,
    item: <TextItem key={`${text.language} ${text.number}`} {...{ locale, slug, text }} />,
  }));
  return [...ofVersions, ...ofTexts]
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .map(({ item }) => item);
}

type VersionProps = {
  locale: Locale;
  slug: string;
  version: PracticeHistory['versions'][number];
  /** The number of the version before this one. */
  before: number | undefined;
  isPresent: boolean;
};

function Version({ locale, slug, version, before, isPresent }: VersionProps) {
  const t = translatorOf(locale);
  const { number, at, by, note } = version;
  return (
    <li>
      <h2>
        <a href={historyPaths.version(locale, slug, number)}>{t('history.version', { number })}</a>
      </h2>
      <p>
        <time dateTime={at.toISOString().slice(0, 10)}>{formatDate(at, locale)}</time> · {t(`history.${by}`)}
        {isPresent && ` · ${t('history.present')}`}
      </p>
      {note && <p dir="auto">{note}</p>}
      {before !== undefined && (
        <p>
          <a href={historyPaths.changes(locale, slug, before, number)}>
            {t('history.since', { number: before })}
          </a>
        </p>
      )}
    </li>
  );
}
