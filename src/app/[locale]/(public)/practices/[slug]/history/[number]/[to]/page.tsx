import type { Metadata } from 'next';
import { alternatesOf } from '#i18n/alternates';
import { formatDate } from '#i18n/format';
import { historyPaths } from '#i18n/history-paths';
import { directionOf } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { PageFrame } from '../../../../../../page-frame';
import { loadTwo } from '../../load-versions';
import { ChangeList } from './change-list';

type Props = PageProps<'/[locale]/practices/[slug]/history/[number]/[to]'>;

async function read({ params }: Props) {
  const { locale: asked, slug, number, to } = await params;
  const locale = requireLocale(asked);
  const [before, after] = await loadTwo(locale, slug, number, to);
  const numbers = { from: before.practice.version?.number ?? 0, to: after.practice.version?.number ?? 0 };
  return { locale, slug, numbers, before: before.practice, after: after.practice };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, slug, numbers, after } = await read(props);
  return {
    title: translatorOf(locale)('history.changes.of', { ...numbers, title: after.title }),
    alternates: alternatesOf(locale, (other) => historyPaths.changes(other, slug, numbers.from, numbers.to)),
    robots: { index: false },
  };
}

/** What changed between two versions of a practice, part by part and word by word. */
export default async function ChangesPage(props: Props) {
  const { locale, slug, numbers, before, after } = await read(props);
  const t = translatorOf(locale);
  const { from, to } = numbers;
  const headOf = (number: number, at: Date) =>
    t('site.beside', { first: t('history.version', { number }), second: formatDate(at, locale) });
  return (
    <PageFrame
      locale={locale}
      current="examples"
      pathIn={(other) => historyPaths.changes(other, slug, from, to)}
    >
      <div className="wrap history-page" id="content" tabIndex={-1}>
        <h1>{t('history.changes.title', numbers)}</h1>
        <p className="history-title">
          <a href={practicePath(locale, slug)} lang={after.language} dir={directionOf(after.language)}>
            {after.title}
          </a>
        </p>
        <p>
          {t('history.changes.original')} <a href={historyPaths.versions(locale, slug)}>{t('history.all')}</a>
        </p>
        <ChangeList
          {...{ locale, before, after }}
          heads={{ before: headOf(from, before.updatedAt), after: headOf(to, after.updatedAt) }}
        />
      </div>
    </PageFrame>
  );
}
