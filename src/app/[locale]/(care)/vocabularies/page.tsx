import type { Metadata } from 'next';
import { vocabularyKinds } from '#domain/vocabulary';
import { formatCount } from '#i18n/format';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { countEntries } from '#server/vocabularies/queries/lists';
import { guard } from '../../guard';
import { requireEditor } from './load-vocabulary';
import { VocabularyPage } from './vocabulary-page';

type Props = PageProps<'/[locale]/vocabularies'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  return { title: translatorOf(locale)('vocabulary.title'), robots: { index: false, follow: false } };
}

/** The lists that examples are described with. */
export default async function VocabulariesPage({ params }: Props) {
  const locale = requireLocale((await params).locale);
  const counts = await guard(locale, async () => {
    await requireEditor(locale, vocabularyPaths.all(locale));
    return countEntries();
  });
  const t = translatorOf(locale);
  return (
    <VocabularyPage
      locale={locale}
      pathIn={vocabularyPaths.all}
      title={t('vocabulary.title')}
      isBelow={false}
    >
      <p className="lede">{t('vocabulary.lede')}</p>
      <div className="working-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('vocabulary.list')}</th>
              <th scope="col">{t('vocabulary.entries')}</th>
              <th scope="col">{t('vocabulary.unused')}</th>
            </tr>
          </thead>
          <tbody>
            {vocabularyKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row">
                  <a href={vocabularyPaths.list(locale, kind)}>{t(`vocabulary.${kind}.title`)}</a>
                </th>
                <td data-label={t('vocabulary.entries')}>{formatCount(counts[kind].entries, locale)}</td>
                <td data-label={t('vocabulary.unused')}>{formatCount(counts[kind].unused, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </VocabularyPage>
  );
}
