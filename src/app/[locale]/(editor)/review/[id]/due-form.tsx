import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextField } from '#components/form/text-field';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { problemOf, type ReviewView } from './review-view';

/** The day by which its authors are to hear. */
export function DueForm({ view }: { view: ReviewView }) {
  const { locale, review, returned } = view;
  if (!review.may.has('review')) return null;
  const t = translatorOf(locale);
  const stands = review.dueOn?.toISOString().slice(0, 10) ?? '';
  return (
    <section aria-labelledby="due-heading">
      <h2 id="due-heading">{t('review.due.title')}</h2>
      <form method="post" action={reviewPaths.act(locale, review.id, 'due')} noValidate>
        <TextField
          {...{ locale, error: problemOf(view, 'dueOn') }}
          name="dueOn"
          type="date"
          label={t('review.due.label')}
          hint={t('review.due.hint')}
          defaultValue={returned?.values.has('dueOn') ? firstValue(returned.values, 'dueOn') : stands}
        />
        <FormButtons>
          <SubmitButton quiet>{t('review.due.save')}</SubmitButton>
        </FormButtons>
      </form>
    </section>
  );
}
