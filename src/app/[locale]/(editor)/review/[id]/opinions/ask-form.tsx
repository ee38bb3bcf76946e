import { FormButtons, SubmitButton } from '#components/form/buttons';
import { Select } from '#components/form/select';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import { opinionLimits } from '#domain/opinion';
import { languageName } from '#i18n/format';
import { type Locale, locales } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';

/** The fields that can be wrong, in their order. */
export const askFields = ['name', 'email', 'question', 'days'] as const;

type Props = {
  locale: Locale;
  id: string;
  typed: FormValues | undefined;
  problems: readonly { name: string; text: string }[];
};

/** Asks someone without an account for their opinion. */
export function AskForm({ locale, id, typed, problems }: Props) {
  const t = translatorOf(locale);
  const most = opinionLimits.mostDays;
  const field = (name: string, empty = '') => ({
    ...{ locale, name },
    error: problems.find((problem) => problem.name === name)?.text,
    defaultValue: typed ? firstValue(typed, name) : empty,
  });
  return (
    <section className="account-section" aria-labelledby="ask-heading">
      <h2 id="ask-heading">{t('opinion.askHeading')}</h2>
      <p>{t('opinion.askText')}</p>
      <form method="post" action={opinionPaths.ask(locale, id)} noValidate>
        <TextField {...field('name')} autoComplete="off" label={t('opinion.askedName')} />
        <TextField
          {...field('email')}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          label={t('account.email')}
        />
        <Select
          {...field('language', locale)}
          label={t('opinion.language')}
          options={locales.map((value) => ({ value, label: languageName(value, value), lang: value }))}
        />
        <TextArea {...field('question')} rows={4} label={t('opinion.askedQuestion')} />
        <TextField
          {...field('days', String(opinionLimits.days))}
          inputMode="numeric"
          label={t('opinion.days')}
          hint={t('opinion.daysHint', { most })}
        />
        <FormButtons>
          <SubmitButton>{t('opinion.ask')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
