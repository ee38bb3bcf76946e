import type { Metadata } from 'next';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { Notice } from '#components/form/notice';
import { entryValues } from '#domain/vocabulary-form';
import { locales } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { firstValue } from '#lib/form-values';
import { readParkedForm } from '#server/forms/queries';
import { listNetworks } from '#server/vocabularies/queries/lists';
import { readUsageNow } from '#server/vocabularies/queries/usage';
import { guard } from '../../../../guard';
import { readQuery } from '../../../read-query';
import { fieldsOf } from '../../entry-fields';
import { EntryForm } from '../../entry-form';
import { listProblems } from '../../list-problems';
import { loadEntry, readPlace, requireEditor } from '../../load-vocabulary';
import { VocabularyPage } from '../../vocabulary-page';
import { EntryUsage } from './entry-usage';

type Props = PageProps<'/[locale]/vocabularies/[kind]/[id]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, kind } = await readPlace(params);
  const { form } = await readQuery(searchParams);
  const title = translatorOf(locale)(`vocabulary.${kind}.title`);
  return {
    title: titleWithErrors(title, form !== undefined, locale),
    robots: { index: false, follow: false },
  };
}

/** One entry: what it says, where it is used, and how it can end. */
export default async function EntryPage({ params, searchParams }: Props) {
  const { locale, kind } = await readPlace(params);
  const { id } = await params;
  const { form, done } = await readQuery(searchParams);
  const path = vocabularyPaths.entry(locale, kind, id);
  const { shown, usage, networks, parked } = await guard(locale, async () => {
    await requireEditor(locale, path);
    const shown = await loadEntry(kind, id, locale);
    const [usage, networks, parked] = await Promise.all([
      readUsageNow(kind, id),
      kind === 'city' ? listNetworks(locale) : [],
      form ? readParkedForm(form, path, new Date()) : null,
    ]);
    return { shown, usage, networks, parked };
  });
  const t = translatorOf(locale);
  const stored = entryValues(kind, shown.entry, locales);
  const now = (name: string) => stored.get(name) ?? '';
  const isOvertaken = parked?.errors.seen === 'changed';
  const problems = listProblems(locale, parked?.errors ?? {});
  const field = fieldsOf({
    ...{ locale, kind, problems, networks },
    value: (name) => (parked ? firstValue(parked.values, name) : now(name)),
    now: isOvertaken ? now : undefined,
  });
  return (
    <VocabularyPage
      {...{ locale, kind, done }}
      pathIn={(other) => vocabularyPaths.entry(other, kind, id)}
      title={shown.name}
      problems={<ErrorSummary locale={locale} problems={problems} />}
    >
      {isOvertaken && (
        <Notice title={t('vocabulary.changedTitle')}>
          <p>{t('vocabulary.changedText')}</p>
        </Notice>
      )}
      <EntryForm {...{ locale, kind, field, networks }} action={`${path}/save`} seen={shown.seen} />
      <EntryUsage {...{ locale, kind, shown, usage }} />
    </VocabularyPage>
  );
}
