import { FormButtons, SubmitButton } from '#components/form/buttons';
import { TextArea } from '#components/form/text-area';
import { TextField } from '#components/form/text-field';
import { fieldsOfDecision, isTold } from '#domain/decision-form';
import { formatMoment } from '#i18n/format';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { type DecisionView, errorOf, standsIn } from './decision-view';
import { LetterFields } from './letter-fields';
import { Obstacles } from './obstacles';
import { OpenComments } from './open-comments';
import { PublicationFields } from './publication-fields';

/** What it brings about, what it asks for, and the one button. */
export function DecisionForm({ view }: { view: DecisionView }) {
  const { locale, review, verb } = view;
  const t = translatorOf(locale);
  return (
    <>
      <p>{t(`review.verb.${verb}.does`)}</p>
      <Obstacles view={view} />
      {verb === 'requestChanges' && <OpenComments view={view} threads={view.threads} />}
      <form method="post" action={reviewPaths.verb(locale, review.id, verb)} noValidate>
        <OwnFields view={view} />
        {isTold(verb) && <LetterFields view={view} verb={verb} />}
        <FormButtons>
          <SubmitButton>{t(`review.verb.${verb}.name`)}</SubmitButton>
          <a className="button button-quiet" href={reviewPaths.submission(locale, review.id)}>
            {t('review.decide.back')}
          </a>
        </FormButtons>
      </form>
    </>
  );
}

/** What this decision asks for besides the mail. */
function OwnFields({ view }: { view: DecisionView }) {
  const { locale, review, verb, now } = view;
  const t = translatorOf(locale);
  const asked = new Set(fieldsOfDecision(verb));
  const set = review.publishAt?.toISOString() ?? '';
  const textOf = (name: 'reasons' | 'because') => ({
    ...{ locale, name, rows: 6, label: t(`review.field.${name}`) },
    ...{ error: errorOf(view, name), defaultValue: standsIn(view, name) },
  });
  return (
    <>
      {asked.has('reasons') && (
        <TextArea
          {...textOf('reasons')}
          hint={t(verb === 'decline' ? 'review.hint.decline' : 'review.hint.reconsider')}
        />
      )}
      {asked.has('because') && <TextArea {...textOf('because')} rows={3} hint={t('review.hint.because')} />}
      {asked.has('day') && (
        <div className="moment-fields">
          <TextField
            {...{ locale, error: errorOf(view, 'day') }}
            name="day"
            type="date"
            label={t('review.field.day')}
            defaultValue={standsIn(view, 'day', set.slice(0, 10))}
          />
          <TextField
            {...{ locale, error: errorOf(view, 'time') }}
            name="time"
            type="time"
            label={t('review.field.time')}
            hint={t('review.hint.time', { now: formatMoment(now, locale) })}
            defaultValue={standsIn(view, 'time', set.slice(11, 16) || '09:00')}
          />
        </div>
      )}
      {verb === 'publish' && <PublicationFields view={view} />}
    </>
  );
}
