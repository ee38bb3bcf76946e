import { FormButtons, SubmitButton } from '#components/form/buttons';
import { Select } from '#components/form/select';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import { adoptionLimits } from '#domain/adoption';
import { adoptionPaths } from '#i18n/adoption-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';
import type { AdoptionForm as Form } from '#server/adoptions/queries/adoption-form';

/** The fields in their order. */
export const adoptionFields = ['city', 'year', 'words', 'own', 'website'] as const;

type Props = Pick<Form, 'cities'> & {
  locale: Locale;
  slug: string;
  typed: FormValues | undefined;
  problems: readonly { name: string; text: string }[];
  thisYear: number;
};

/** Which city, since when, what was taken over, and where one can read more. */
export function AdoptionForm({ locale, slug, cities, typed, problems, thisYear }: Props) {
  const t = translatorOf(locale);
  const field = (name: (typeof adoptionFields)[number], empty = '') => ({
    ...{ locale, name },
    error: problems.find((problem) => problem.name === name)?.text,
    defaultValue: typed ? firstValue(typed, name) : empty,
  });
  const [first] = cities;
  const groups = cities
    .filter(({ examples }) => examples.length > 0)
    .map(({ name, examples }) => ({
      label: name,
      options: examples.map(({ id, title, language }) => ({ value: id, label: title, lang: language })),
    }));
  return (
    <form method="post" action={adoptionPaths.state(locale)} noValidate>
      <input type="hidden" name="practice" value={slug} />
      <Select
        {...field('city', cities.length === 1 ? first?.id : '')}
        label={t('adoption.city')}
        empty={t('adoption.chooseCity')}
        options={cities.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...field('year')}
        inputMode="numeric"
        label={t('adoption.year')}
        hint={`${adoptionLimits.firstYear}–${thisYear}`}
      />
      <TextArea
        {...field('words')}
        label={t('adoption.words')}
        hint={t('adoption.wordsHint', { limit: adoptionLimits.words })}
      />
      {groups.length > 0 && (
        <Select
          {...field('own')}
          optional
          label={t('adoption.own')}
          empty={t('adoption.noOwn')}
          options={groups}
        />
      )}
      <TextField
        {...field('website')}
        optional
        type="url"
        label={t('adoption.link')}
        hint={t('adoption.linkHint')}
      />
      <FormButtons>
        <SubmitButton>{t('adoption.send')}</SubmitButton>
      </FormButtons>
    </form>
  );
}
