import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { titleWithErrors } from '#components/form/error-summary';
import { isWritable } from '#domain/lifecycle';
import { filesStepPath } from '#i18n/file-paths';
import { requireLocale } from '#i18n/require-locale';
import { translatorOf } from '#i18n/translator';
import { requirePerson } from '#server/accounts/session';
import { readParkedForm } from '#server/forms/queries';
import { readDraft } from '#server/submissions/queries/draft';
import { listFiles } from '#server/submissions/queries/files';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { FilesForm } from './files-form';

type Props = PageProps<'/[locale]/submissions/[id]/files'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const hasErrors = (await searchParams).form !== undefined;
  const title = titleWithErrors(translatorOf(locale)('submission.step.files'), hasErrors, locale);
  return { title, robots: { index: false, follow: false } };
}

/** The step with pictures and documents. */
export default async function FilesPage({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const { form } = await searchParams;
  const path = filesStepPath(locale, id);
  const { draft, files, parked } = await guard(locale, async () => {
    const { actor } = await requirePerson(locale, typeof form === 'string' ? `${path}?form=${form}` : path);
    const [draft, files, parked] = await Promise.all([
      readDraft({ actor, id }),
      listFiles({ actor, id }),
      typeof form === 'string' ? readParkedForm(form, path, new Date()) : null,
    ]);
    if (!draft || !files) notFound();
    return { draft, files, parked };
  });
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={(other) => filesStepPath(other, id)}>
      <div className="wrap form-page" id="content" tabIndex={-1}>
        <FilesForm
          {...{ locale, id, files, parked, title: t('submission.step.files') }}
          isOpen={isWritable(draft.state) && draft.writable}
        />
      </div>
    </PageFrame>
  );
}
