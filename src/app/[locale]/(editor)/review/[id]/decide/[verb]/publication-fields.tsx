import { ChoiceList } from '#components/form/choice-list';
import { TextField } from '#components/form/text-field';
import { practicePath } from '#i18n/paths';
import { translatorOf } from '#i18n/translator';
import { type DecisionView, errorOf, standsIn } from './decision-view';

/** Its address, and for a revision what changed, and whether it takes the place of a later version. */
export function PublicationFields({ view }: { view: DecisionView }) {
  const { locale, review } = view;
  const { practice, basedOn } = review;
  const t = translatorOf(locale);
  const isOvertaken = practice !== null && basedOn !== null && practice.newest > basedOn;
  return (
    <>
      <p>
        {practice
          ? t('review.decide.address', { address: practicePath(locale, practice.slug) })
          : t('review.decide.addressNew')}
      </p>
      {isOvertaken && (
        <ChoiceList
          {...{ locale, error: errorOf(view, 'despite') }}
          type="checkbox"
          name="despite"
          label={t('review.field.despite')}
          hint={t('review.decide.overtaken', { version: practice.newest, base: basedOn })}
          choices={[{ value: String(practice.newest), label: t('review.field.despite') }]}
          chosen={[standsIn(view, 'despite')]}
        />
      )}
      {practice && (
        <TextField
          {...{ locale, error: errorOf(view, 'note') }}
          optional
          name="note"
          label={t('review.field.note')}
          hint={t('review.hint.note')}
          defaultValue={standsIn(view, 'note')}
        />
      )}
    </>
  );
}
