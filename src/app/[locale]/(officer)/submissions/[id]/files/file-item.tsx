import { SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import { Select } from '#components/form/select';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import { documentPart, imageVariants } from '#domain/image-variants';
import { type PostedField, postedName } from '#domain/posted-files';
import { textLanguages } from '#domain/text-languages';
import { filePath } from '#i18n/file-paths';
import { fileDetails } from '#i18n/file-text';
import { languageName, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { SubmissionFile } from '#server/submissions/queries/files';
import type { FormProblem, Shown } from './shown-file';

type Props = {
  locale: Locale;
  shown: Shown<SubmissionFile>;
  problems: readonly FormProblem[];
  isOpen: boolean;
  place: number;
  count: number;
};

/** One file: how it looks, what is said about it, and what can be done with it. */
export function FileItem({ locale, shown, problems, isOpen, place, count }: Props) {
  const { file, seen } = shown;
  return (
    <li className="file-item">
      <h3 id={`file-${file.id}`} tabIndex={-1}>
        <bdi>{file.name}</bdi>
      </h3>
      <p className="field-hint">{fileDetails(file, locale)}</p>
      <FileLook file={file} alt={shown.texts.get('alt') ?? ''} />
      {isOpen && (
        <>
          <input type="hidden" name={postedName('seen', file.id)} value={seen} />
          <Description {...{ locale, shown, problems }} />
          <FileButtons {...{ locale, file, place, count }} />
        </>
      )}
    </li>
  );
}

function FileLook({ file, alt }: { file: SubmissionFile; alt: string }) {
  const { id, kind, name, width, height } = file;
  if (kind === 'document')
    return (
      <p>
        <a href={filePath(id, documentPart.variant)}>
          <bdi>{name}</bdi>
        </a>
      </p>
    );
  const [smallest] = imageVariants(width ?? 0);
  const shownWidth = smallest?.width ?? 0;
  return (
    // biome-ignore lint/performance/noImgElement: the variants are drawn when the file comes in, not when it is asked for.
    <img
      className="file-look"
      src={filePath(id, smallest?.variant ?? '')}
      alt={alt}
      width={shownWidth}
      height={Math.round(((height ?? 0) * shownWidth) / (width || 1))}
      loading="lazy"
    />
  );
}

type DescriptionProps = Pick<Props, 'locale' | 'shown' | 'problems'>;

function Description({ locale, shown, problems }: DescriptionProps) {
  const t = translatorOf(locale);
  const { file, texts } = shown;
  const fieldOf = (field: PostedField, label: string) => {
    const name = postedName(field, file.id);
    const error = problems.find((problem) => problem.name === name)?.text;
    return { locale, name, label, error, defaultValue: texts.get(field) ?? '' };
  };
  if (file.kind === 'document')
    return (
      <>
        <TextField {...fieldOf('title', t('files.documentTitle'))} />
        <Select
          {...fieldOf('language', t('files.documentLanguage'))}
          empty={t('files.chooseLanguage')}
          options={languageOptions(locale)}
        />
      </>
    );
  const { defaultValue: consent, ...consentField } = fieldOf('consent', t('files.consent'));
  const decorative = fieldOf('decorative', t('files.decorative'));
  return (
    <>
      <TextArea {...fieldOf('alt', t('files.alt'))} hint={t('files.altHint')} rows={2} />
      <label className="choice file-decorative">
        <input
          type="checkbox"
          id={decorative.name}
          name={decorative.name}
          value="yes"
          defaultChecked={decorative.defaultValue === 'yes'}
        />
        <span>{decorative.label}</span>
      </label>
      <TextField {...fieldOf('credit', t('files.credit'))} hint={t('files.creditHint')} />
      <ChoiceList
        {...consentField}
        type="radio"
        chosen={[consent]}
        choices={[
          { value: 'yes', label: t('files.consentYes') },
          { value: 'nobody', label: t('files.consentNobody') },
        ]}
      />
    </>
  );
}

function languageOptions(locale: Locale) {
  const named = textLanguages.map((value) => ({ value, label: languageName(value, locale) }));
  return sortByName(named, ({ label }) => label, locale);
}

function FileButtons({
  locale,
  file,
  place,
  count,
}: Pick<Props, 'locale' | 'place' | 'count'> & { file: SubmissionFile }) {
  const t = translatorOf(locale);
  const verbs = [
    { value: 'up', label: t('files.up'), isPossible: place > 0 },
    { value: 'down', label: t('files.down'), isPossible: place < count - 1 },
    { value: 'remove', label: t('files.remove'), isPossible: true },
  ];
  return (
    <div className="file-buttons">
      {verbs
        .filter(({ isPossible }) => isPossible)
        .map(({ value, label }) => (
          <SubmitButton
            key={value}
            quiet
            name="then"
            value={`${value}-${file.id}`}
            aria-label={t('files.of', { verb: label, name: file.name })}
          >
            {label}
          </SubmitButton>
        ))}
    </div>
  );
}
