import type { Metadata } from 'next';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { translatorOf } from '#i18n/translator';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { firstValue } from '#lib/form-values';
import { readParkedForm } from '#server/forms/queries';
import { listNetworks } from '#server/vocabularies/queries/lists';
import { guard } from '../../../../guard';
import { readQuery } from '../../../read-query';
import { fieldsOf } from '../../entry-fields';
import { EntryForm } from '../../entry-form';
import { listProblems } from '../../list-problems';
import { readPlace, requireEditor } from '../../load-vocabulary';
import { VocabularyPage } from '../../vocabulary-page';

type Props = PageProps<'/[locale]/vocabularies/[kind]/new'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, kind } = await readPlace(params);
  const { form } = await readQuery(searchParams);
  const title = translatorOf(locale)(`vocabulary.${kind}.add`);
  return {
    title: titleWithErrors(title, form !== undefined, locale),
    robots: { index: false, follow: false },
  };
}

/** A new entry of a list. */
export default async function NewEntryPage({ params, searchParams }: Props) {
  const { locale, kind } = await readPlace(params);
  const { form } = await readQuery(searchParams);
  const path = vocabularyPaths.add(locale, kind);
  const { networks, parked } = await guard(locale, async () => {
    await requireEditor(locale, path);
    const parked = form ? await readParkedForm(form, path, new Date()) : null;
    return { networks: kind === 'city' ? await listNetworks(locale) : [], parked };
  });
  const problems = listProblems(locale, parked?.errors ?? {});
  const typed = parked?.values ?? new Map<string, readonly string[]>();
  const field = fieldsOf({ locale, kind, problems, networks, value: (name) => firstValue(typed, name) });
  return (
    <VocabularyPage
      locale={locale}
      kind={kind}
      pathIn={(other) => vocabularyPaths.add(other, kind)}
      title={translatorOf(locale)(`vocabulary.${kind}.add`)}
      problems={<ErrorSummary locale={locale} problems={problems} />}
    >
      <EntryForm
        {...{ locale, kind, field, networks }}
        action={`${vocabularyPaths.list(locale, kind)}/add`}
      />
    </VocabularyPage>
  );
}
