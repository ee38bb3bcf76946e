import type { Metadata } from 'next';
import { z } from 'zod';
import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ErrorSummary, titleWithErrors } from '#components/form/error-summary';
import { describing, Field } from '#components/form/field';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { templatePaths } from '#i18n/template-paths';
import { translatorOf } from '#i18n/translator';
import { requirePerson } from '#server/accounts/session';
import { readParkedForm } from '#server/forms/queries';
import { guard } from '../../../guard';
import { PageFrame } from '../../../page-frame';
import { importNumbers } from './import-problem';

type Props = PageProps<'/[locale]/submissions/import'>;

const Query = z.object({ form: z.string().max(200).catch('') });

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = requireLocale((await params).locale);
  const { form } = Query.parse(await searchParams);
  const title = titleWithErrors(translatorOf(locale)('template.import'), form !== '', locale);
  return { title, robots: { index: false } };
}

/** Where the template is had, and brought back filled. */
export default async function ImportPage({ params, searchParams }: Props) {
  const locale = requireLocale((await params).locale);
  const { form } = Query.parse(await searchParams);
  const path = templatePaths.import(locale);
  const parked = await guard(locale, async () => {
    await requirePerson(locale, path);
    return form ? readParkedForm(form, path, new Date()) : null;
  });
  const problem = parked?.errors.file;
  const t = translatorOf(locale);
  return (
    <PageFrame locale={locale} pathIn={templatePaths.import}>
      <div className="wrap form-page">
        <ErrorSummary locale={locale} problems={problem ? [{ name: 'file', text: problem }] : []} />
        <div className="form-column" id="content" tabIndex={-1}>
          <h1>{t('template.import')}</h1>
          <p className="lede">{t('template.lede')}</p>
          <h2>{t('template.download')}</h2>
          <ul className="template-links">
            <li>
              <a href={templatePaths.docx(locale)} download>
                {t('template.docx')}
              </a>
            </li>
            <li>
              <a href={templatePaths.markdown(locale)} download>
                {t('template.markdown')}
              </a>
            </li>
          </ul>
          <h2>{t('template.bring')}</h2>
          <BringBack {...{ locale, problem }} />
        </div>
      </div>
    </PageFrame>
  );
}

function BringBack({ locale, problem }: { locale: Locale; problem: string | undefined }) {
  const t = translatorOf(locale);
  const hint = t('template.chooseHint', importNumbers);
  const field = { locale, name: 'file', label: t('template.choose'), hint, error: problem };
  return (
    <form method="post" action={templatePaths.read(locale)} encType="multipart/form-data" noValidate>
      <Field {...field}>
        <div className="choose-files">
          <input type="file" id="file" name="file" accept=".docx,.md,.txt" {...describing(field)} />
        </div>
      </Field>
      <FormButtons>
        <SubmitButton>{t('template.read')}</SubmitButton>
      </FormButtons>
    </form>
  );
}
