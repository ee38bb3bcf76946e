import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ErrorSummary } from '#components/form/error-summary';
import { describing, Field } from '#components/form/field';
import { Notice } from '#components/form/notice';
import { filesStepPath } from '#i18n/file-paths';
import { fileNumbers } from '#i18n/file-text';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { SubmissionFile } from '#server/submissions/queries/files';
import { FileItem } from './file-item';
import { findProblems, type Parked, showFile } from './shown-file';
import { UploadProgress } from './upload-progress';

const accepted = 'image/jpeg,image/png,image/webp,image/avif,application/pdf';

type Props = {
  locale: Locale;
  id: string;
  title: string;
  files: readonly SubmissionFile[];
  parked: Parked | null;
  /** Whether they may be changed now. */
  isOpen: boolean;
};

/** One form for everything on the page: whichever button is pressed, what was typed is saved. */
export function FilesForm({ locale, id, title, files, parked, isOpen }: Props) {
  const t = translatorOf(locale);
  const problems = isOpen ? findProblems(files, parked, locale) : [];
  const isFromSignIn = parked !== null && Object.keys(parked.errors).length === 0;
  return (
    <>
      <ErrorSummary locale={locale} problems={problems} />
      <div className="form-column">
        <h1>{title}</h1>
        {isOpen && isFromSignIn && <Notice>{t('files.signedOut')}</Notice>}
        {!isOpen && <Notice>{t('files.closed')}</Notice>}
        <form
          method="post"
          action={`${filesStepPath(locale, id)}/save`}
          encType="multipart/form-data"
          noValidate
        >
          {isOpen && <ChooseFiles {...{ locale, problems }} />}
          <h2 id="file-list" tabIndex={-1}>
            {t('files.list')}
          </h2>
          <p className="field-hint">{files.length === 0 ? t('files.none') : isOpen && t('files.listHint')}</p>
          <ol className="file-list">
            {files.map((file, place) => (
              <FileItem
                key={file.id}
                {...{ locale, problems, isOpen }}
                shown={showFile(file, parked)}
                place={place}
                count={files.length}
              />
            ))}
          </ol>
          {isOpen && (
            <FormButtons>
              <SubmitButton name="then" value="go-on">
                {t('files.saveAndGoOn')}
              </SubmitButton>
              <SubmitButton quiet name="then" value="stay">
                {t('files.save')}
              </SubmitButton>
            </FormButtons>
          )}
        </form>
      </div>
    </>
  );
}

function ChooseFiles({
  locale,
  problems,
}: {
  locale: Locale;
  problems: readonly { name: string; text: string }[];
}) {
  const t = translatorOf(locale);
  const refused = problems.filter(({ name }) => name === 'files').map(({ text }) => text);
  const field = {
    ...{ locale, name: 'files', label: t('files.choose') },
    hint: t('files.chooseHint', fileNumbers),
    error: refused.length > 0 ? refused.join('. ') : undefined,
  };
  return (
    <Field {...field}>
      <div className="choose-files">
        <input type="file" id="files" name="files" multiple accept={accepted} {...describing(field)} />
        <SubmitButton quiet name="then" value="upload">
          {t('files.upload')}
        </SubmitButton>
      </div>
      <UploadProgress sending={t('files.uploading', { percent: '{percent}' })} drawing={t('files.drawing')} />
    </Field>
  );
}
