import type { Metadata } from 'next';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { Notice } from '#components/form/notice';
import { Select } from '#components/form/select';
import { isEntryId } from '#domain/vocabulary';
import { sortByName } from '#i18n/format';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { readEntryFor } from '#server/vocabularies/queries/entry';
import { listEntries } from '#server/vocabularies/queries/lists';
import { readUsageNow } from '#server/vocabularies/queries/usage';
import { guard } from '../../../../../guard';
import { readQuery } from '../../../../read-query';
import { loadEntry, readPlace, requireEditor } from '../../../load-vocabulary';
import { VocabularyPage } from '../../../vocabulary-page';
import { MergeSummary } from './merge-summary';

type Props = PageProps<'/[locale]/vocabularies/[kind]/[id]/merge'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await readPlace(params);
  return { title: translatorOf(locale)('vocabulary.merge.title'), robots: { index: false, follow: false } };
}

/** Makes an entry another: which one, then what changes, and only then the button that does it. */
export default async function MergePage({ params, searchParams }: Props) {
  const { locale, kind } = await readPlace(params);
  const { id } = await params;
  const { into = '', problem } = await readQuery(searchParams);
  const path = vocabularyPaths.merge(locale, kind, id);
  const { from, others, chosen, usage } = await guard(locale, async () => {
    await requireEditor(locale, path);
    const from = await loadEntry(kind, id, locale);
    const [entries, usage, chosen] = await Promise.all([
      listEntries(kind, locale),
      readUsageNow(kind, id),
      isEntryId(into) && into !== id ? readEntryFor(kind, into, locale) : null,
    ]);
    // A city becomes one of its own country: examples keep theirs.
    const country = from.entry.place?.country ?? null;
    const others = entries.filter((entry) => entry.id !== id && entry.country === country);
    return { from, others, chosen, usage };
  });
  const t = translatorOf(locale);
  const warning = mergeWarning(problem);
  return (
    <VocabularyPage
      {...{ locale, kind }}
      pathIn={(other) => vocabularyPaths.merge(other, kind, id, into || undefined)}
      title={t('vocabulary.merge.heading', { name: from.name })}
    >
      {warning && (
        <Notice>
          <p>{t(warning)}</p>
        </Notice>
      )}
      {others.length === 0 ? (
        <p>{t('vocabulary.merge.alone')}</p>
      ) : (
        <form method="get" action={path}>
          <Select
            locale={locale}
            name="into"
            label={t('vocabulary.merge.into')}
            options={sortByName(others, ({ name }) => name, locale).map((entry) => ({
              value: entry.id,
              label: entry.name,
            }))}
            empty={t('vocabulary.merge.choose')}
            defaultValue={chosen?.id ?? ''}
          />
          <FormButtons>
            <SubmitButton quiet={chosen !== null}>{t('vocabulary.merge.look')}</SubmitButton>
          </FormButtons>
        </form>
      )}
      {chosen && <MergeSummary {...{ locale, kind, from, usage }} into={chosen} />}
    </VocabularyPage>
  );
}

function mergeWarning(problem: string | undefined) {
  if (problem === 'changed') return 'vocabulary.merge.changed' as const;
  return problem === 'other-country' ? ('vocabulary.merge.country' as const) : null;
}
