import type { Metadata } from 'next';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { listEntries } from '#server/vocabularies/queries/lists';
import { guard } from '../../../guard';
import { readQuery } from '../../read-query';
import { readPlace, requireEditor } from '../load-vocabulary';
import { VocabularyPage } from '../vocabulary-page';
import { EntryTable } from './entry-table';

type Props = PageProps<'/[locale]/vocabularies/[kind]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, kind } = await readPlace(params);
  return { title: translatorOf(locale)(`vocabulary.${kind}.title`), robots: { index: false, follow: false } };
}

/** One list: its entries, how many examples have each, and their order. */
export default async function EntriesPage({ params, searchParams }: Props) {
  const { locale, kind } = await readPlace(params);
  const { done } = await readQuery(searchParams);
  const entries = await guard(locale, async () => {
    await requireEditor(locale, vocabularyPaths.list(locale, kind));
    return listEntries(kind, locale);
  });
  const t = translatorOf(locale);
  return (
    <VocabularyPage
      locale={locale}
      pathIn={(other) => vocabularyPaths.list(other, kind)}
      title={t(`vocabulary.${kind}.title`)}
      done={done}
    >
      <p className="lede">{t(`vocabulary.${kind}.lede`)}</p>
      <p>
        <a className="button" href={vocabularyPaths.add(locale, kind)}>
          {t(`vocabulary.${kind}.add`)}
        </a>
      </p>
      <EntryTable {...{ locale, kind, entries }} />
    </VocabularyPage>
  );
}
