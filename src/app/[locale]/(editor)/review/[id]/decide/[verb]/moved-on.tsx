import { Notice } from '#components/form/notice';
import { TextArea } from '#components/form/text-area';
import { StateWord } from '#components/submission/state-word';
import { fieldsOfDecision } from '#domain/decision-form';
import { translatorOf } from '#i18n/translator';
import { type DecisionView, standsIn } from './decision-view';

/** That it is not possible any more; what was written for it is still here. */
export function MovedOn({ view }: { view: DecisionView }) {
  const { locale, review, verb } = view;
  const t = translatorOf(locale);
  const typed = fieldsOfDecision(verb).filter((field) => standsIn(view, field) !== '');
  return (
    <>
      <Notice>
        <p>
          {t('review.decide.gone')} <StateWord state={review.state} locale={locale} />
        </p>
        {typed.length > 0 && <p>{t('review.decide.typed')}</p>}
      </Notice>
      {typed.map((field) => (
        <TextArea
          key={field}
          {...{ locale, name: field }}
          readOnly
          rows={field === 'text' ? 10 : 2}
          label={t(`review.field.${field}`)}
          defaultValue={standsIn(view, field)}
        />
      ))}
    </>
  );
}
