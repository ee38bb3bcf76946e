import type { Metadata } from 'next';
import { PracticeArticle } from '#components/practice/practice-article';
import { PracticeFacts } from '#components/practice/practice-facts';
import { PracticeFiles } from '#components/practice/practice-files';
import { Weave } from '#components/practice/weave';
import { formatDate } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import { canonicalTextPath, practicePath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { PageFrame } from '../../../../../page-frame';
import { loadVersion } from '../load-versions';

type Props = PageProps<'/[locale]/practices/[slug]/history/[number]'>;

async function read({ params }: Props) {
  const { locale: asked, slug, number } = await params;
  const locale = requireLocale(asked);
  return { locale, slug, ...(await loadVersion(locale, slug, number)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, slug, practice } = await read(props);
  const t = translatorOf(locale);
  const version = t('history.version', { number: practice.version?.number ?? 0 });
  return {
    title: t('site.beside', { first: practice.title, second: version }),
    alternates: { canonical: canonicalTextPath(slug, practice.language) },
    robots: { index: false },
  };
}

/** A practice as it was in a version, at an address that stays. */
export default async function VersionPage(props: Props) {
  const { locale, slug, practice, present } = await read(props);
  const t = translatorOf(locale);
  const number = practice.version?.number ?? 0;
  const about = { number, date: formatDate(practice.updatedAt, locale) };
  return (
    <PageFrame
      locale={locale}
      current="examples"
      pathIn={(other) => historyPaths.version(other, slug, number)}
    >
      <div className="wrap">
        <p className="notice">
          {t(number === present ? 'history.now' : 'history.old', about)}{' '}
          <a href={practicePath(locale, slug)}>{t('history.readPresent')}</a>
        </p>
        <div className="record-band">
          <Weave id={practice.id} threads={practice.topics.map(({ thread }) => thread)} shape="band" />
        </div>
        <div className="record">
          <div>
            <PracticeArticle practice={practice} locale={locale} />
            <PracticeFiles files={practice.files} locale={locale} />
          </div>
          <PracticeFacts practice={practice} locale={locale} />
        </div>
      </div>
    </PageFrame>
  );
}
