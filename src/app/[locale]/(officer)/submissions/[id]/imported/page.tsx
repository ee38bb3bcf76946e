import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SavedLine } from '#components/form/saved-line';
import { submissionFields } from '#domain/submission-fields';
import { requireLocale } from '#i18n/require-locale';
import { submissionPaths } from '#i18n/submission-paths';
import { templatePaths } from '#i18n/template-paths';
import { translatorOf } from '#i18n/translator';
import { readImport } from '#server/submissions/queries/import';
import { guard } from '../../../../guard';
import { PageFrame } from '../../../../page-frame';
import { loadDraft } from '../load-draft';

type Props = PageProps<'/[locale]/submissions/[id]/imported'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  return { title: translatorOf(locale)('template.imported'), robots: { index: false } };
}

/** What a file filled in, and what of it was not understood: nothing of it is lost. */
export default async function ImportedPage({ params }: Props) {
  const { locale: asked, id } = await params;
  const locale = requireLocale(asked);
  const { draft } = await loadDraft(locale, id, templatePaths.imported(locale, id));
  const imported = await guard(locale, () => readImport(draft.id));
  if (!imported) notFound();
  const t = translatorOf(locale);
  const { fields, left } = imported;
  return (
    <PageFrame locale={locale} pathIn={(other) => templatePaths.imported(other, id)}>
      <div className="wrap form-page">
        <div className="form-column" id="content" tabIndex={-1}>
          <h1>{t('template.imported')}</h1>
          <SavedLine>{t('template.importedText', { count: fields.length })}</SavedLine>
          {left.length > 0 && (
            <section className="form-notice">
              <h2>{t('template.left')}</h2>
              <p>{t('template.leftText')}</p>
              {left.map(({ heading, text }) => (
                <div key={`${heading} ${text}`}>
                  <h3>{heading ? <bdi>{heading}</bdi> : t('template.leftStart')}</h3>
                  <p className="template-left" dir="auto">
                    {text}
                  </p>
                </div>
              ))}
            </section>
          )}
          <h2>{t('template.fields')}</h2>
          <ul className="template-links">
            {fields.map((field) => (
              <li key={field}>
                <a href={`${submissionPaths.step(locale, id, submissionFields[field].step)}#${field}`}>
                  {t(`submission.label.${field}`)}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a className="button" href={submissionPaths.step(locale, id, 'place')}>
              {t('template.goOn')}
            </a>
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
