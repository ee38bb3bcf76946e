import { FormButtons, SubmitButton } from '#components/form/buttons';
import { describing, Field } from '#components/form/field';
import { documentType, imageTypes } from '#domain/submission-files';
import { fileNumbers } from '#i18n/file-text';
import type { Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { FileItem } from './file-item';
import type { FilesView } from './load-files';
import type { FormProblem } from './shown-file';
import { UploadProgress } from './upload-progress';

/** One form for everything on the page: whichever button is pressed, what was typed is saved. */
export function FilesForm({ view }: { view: FilesView }) {
  const { locale, draft, files, problems } = view;
  const isOpen = draft.writable;
  const t = translatorOf(locale);
  const action = submissionPaths.save(locale, draft.id, 'files');
  return (
    // Without the browser's memory of fields: after Back, what stands in them is what is saved.
    <form method="post" action={action} encType="multipart/form-data" noValidate autoComplete="off">
      {isOpen && <ChooseFiles {...{ locale, problems }} />}
      <h2 id="file-list" tabIndex={-1}>
        {t('files.list')}
      </h2>
      <p className="field-hint">{files.length === 0 ? t('files.none') : isOpen && t('files.listHint')}</p>
      <ol className="file-list">
        {files.map((shown, place) => (
          <FileItem
            key={shown.file.id}
            {...{ locale, problems, isOpen, shown, place }}
            count={files.length}
          />
        ))}
      </ol>
      {isOpen && (
        <FormButtons>
          <SubmitButton name="then" value="next">
            {t('submission.saveAndContinue')}
          </SubmitButton>
          <SubmitButton quiet name="then" value="stay">
            {t('submission.save')}
          </SubmitButton>
        </FormButtons>
      )}
    </form>
  );
}

function ChooseFiles({ locale, problems }: { locale: Locale; problems: readonly FormProblem[] }) {
  const t = translatorOf(locale);
  const refused = problems.filter(({ name }) => name === 'files').map(({ text }) => text);
  const field = {
    ...{ locale, name: 'files', label: t('files.choose') },
    hint: t('files.chooseHint', fileNumbers),
    error: refused.length > 0 ? refused.join('. ') : undefined,
  };
  const accept = [...imageTypes, documentType].join(',');
  return (
    <Field {...field}>
      <div className="choose-files">
        <input type="file" id="files" name="files" multiple accept={accept} {...describing(field)} />
        <SubmitButton quiet name="then" value="upload">
          {t('files.upload')}
        </SubmitButton>
      </div>
      <UploadProgress sending={t('files.uploading', { percent: '{percent}' })} drawing={t('files.drawing')} />
    </Field>
  );
}
