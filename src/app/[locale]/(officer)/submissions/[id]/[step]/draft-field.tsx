import type { ComponentProps } from 'react';
import { ChoiceList } from '#components/form/choice-list';
import type { FieldProps } from '#components/form/field';
import { MarkdownArea } from '#components/form/markdown-area';
import { Select } from '#components/form/select';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import { type FieldName, submissionFields } from '#domain/submission-fields';
import { fieldHint } from '#i18n/field-hint';
import { directionOf } from '#i18n/locales';
import { problemText } from '#i18n/submission-problem';
import { translatorOf } from '#i18n/translator';
import { CityField } from './city-field';
import { FieldNote } from './field-note';
import type { StepView } from './load-step';
import { optionsOf } from './options';

type Props = { name: FieldName; view: StepView; cleaned: boolean };

/** One field of the form, drawn by its kind. */
export function DraftField({ name, view, cleaned }: Props) {
  const { locale, shown, problems } = view;
  const t = translatorOf(locale);
  const { kind, needed } = submissionFields[name];
  const problem = problems.find(({ field }) => field === name);
  const field: FieldProps = {
    ...{ locale, name, label: t(`submission.label.${name}`), optional: !needed },
    hint: fieldHint(name, locale),
    error: problem && problemText(problem, locale),
    note: <FieldNote {...{ name, view, cleaned }} />,
  };
  const value = shown[name];
  if (typeof value !== 'string') {
    if (name === 'cities') return <CityField view={view} field={field} />;
    return <Choices field={field} view={view} chosen={value} />;
  }
  if (kind === 'choice') return <OneChoice field={field} view={view} value={value} />;
  if (kind === 'check') return <Check field={field} value={value} />;
  const inLanguage = {
    defaultValue: value,
    ...(submissionFields[name].step === 'topics' ? {} : { lang: shown.language || undefined }),
    ...(shown.language ? { dir: directionOf(shown.language) } : {}),
  };
  if (kind === 'markdown') return <MarkdownArea field={field} area={inLanguage} />;
  if (kind === 'text') return <TextArea {...field} {...inLanguage} rows={3} />;
  return <TextField {...field} {...inLanguage} {...inputs[name]} />;
}

/** What browsers may fill in, and which keyboard they show. */
const inputs: Partial<Record<FieldName, ComponentProps<'input'>>> = {
  website: { type: 'url', inputMode: 'url', autoComplete: 'url', lang: 'zxx', dir: 'ltr' },
  contactName: { autoComplete: 'name' },
  contactOffice: { autoComplete: 'organization' },
  contactEmail: {
    type: 'email',
    autoComplete: 'email',
    autoCapitalize: 'none',
    spellCheck: false,
    dir: 'ltr',
  },
};

type ChoiceProps = { field: FieldProps; view: StepView };

function OneChoice({ field, view, value }: ChoiceProps & { value: string }) {
  const t = translatorOf(view.locale);
  const isLanguage = field.name === 'language';
  return (
    <Select
      {...field}
      defaultValue={value || (isLanguage ? (view.language ?? '') : '')}
      empty={t(isLanguage ? 'submission.chooseLanguage' : 'submission.chooseCountry')}
      options={optionsOf(isLanguage ? 'language' : 'country', value, view.locale)}
    />
  );
}

function Choices({ field, view, chosen }: ChoiceProps & { chosen: readonly string[] }) {
  const { topics, targetGroups } = view.choices;
  const choices = (field.name === 'topics' ? topics : targetGroups).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  return (
    <>
      <input type="hidden" name={field.name} value="" />
      <ChoiceList {...field} type="checkbox" choices={choices} chosen={chosen} columns />
    </>
  );
}

function Check({ field, value }: { field: FieldProps; value: string }) {
  const label = translatorOf(field.locale)('submission.contactPublicChoice');
  return (
    <>
      <input type="hidden" name={field.name} value="" />
      <ChoiceList {...field} type="checkbox" choices={[{ value: 'yes', label }]} chosen={[value]} />
    </>
  );
}
