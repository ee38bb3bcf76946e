import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextField } from '#components/form/text-field';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { type FormValues, firstValue } from '#lib/form-values';

type Props = {
  locale: Locale;
  /** What was typed, where nothing is published there. */
  typed: FormValues | null;
};

/** The way to what is published and was never sent here: by its address. */
export function OpenForm({ locale, typed }: Props) {
  const t = translatorOf(locale);
  return (
    <section className="account-section" aria-labelledby="open-heading">
      <h2 id="open-heading">{t('review.open.title')}</h2>
      <form method="post" action={reviewPaths.open(locale)} noValidate>
        <TextField
          {...{ locale, error: typed ? t('review.open.problem') : undefined }}
          name="practice"
          label={t('review.open.label')}
          hint={t('review.open.hint')}
          defaultValue={typed ? firstValue(typed, 'practice') : ''}
          autoCapitalize="none"
          spellCheck={false}
        />
        <FormButtons>
          <SubmitButton quiet>{t('review.open.verb')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
