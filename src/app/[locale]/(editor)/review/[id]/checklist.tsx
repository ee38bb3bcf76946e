import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import { TextArea } from '#components/form/text-area';
import { type Check, type Criterion, criteria, verdicts } from '#domain/review-criteria';
import { formatAgo } from '#i18n/ago';
import { contentPagePath } from '#i18n/paths';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import { firstValue } from '#lib/form-values';
import { problemOf, type ReviewView } from './review-view';

/** What editors look for, each judged with a note; once it is decided, as it was judged. */
export function Checklist({ view }: { view: ReviewView }) {
  const { locale, review } = view;
  const t = translatorOf(locale);
  const isOpen = review.may.has('review');
  if (!isOpen && review.checks.version === 0) return null;
  return (
    <section id="checks" aria-labelledby="checks-heading">
      <h2 id="checks-heading">{t('review.check.title')}</h2>
      <p>
        <a href={contentPagePath(locale, 'criteria')}>{t('review.check.help')}</a>
      </p>
      {isOpen ? <CheckForm view={view} /> : <Judged view={view} />}
      <LastSaved view={view} />
    </section>
  );
}

function CheckForm({ view }: { view: ReviewView }) {
  const { locale, review } = view;
  return (
    <form method="post" action={reviewPaths.act(locale, review.id, 'check')} noValidate>
      <input type="hidden" name="seen" value={review.checks.version} />
      {criteria.map((criterion) => (
        <CriterionFields key={criterion} {...{ view, criterion }} />
      ))}
      <FormButtons>
        <SubmitButton quiet>{translatorOf(locale)('review.check.save')}</SubmitButton>
      </FormButtons>
    </form>
  );
}

function CriterionFields({ view, criterion }: { view: ReviewView; criterion: Criterion }) {
  const { locale, review, returned } = view;
  const t = translatorOf(locale);
  const stands = review.checks.checks[criterion];
  const isTyped = returned?.values.has(`${criterion}-note`) ?? false;
  const typed = (part: string) => (returned ? firstValue(returned.values, `${criterion}-${part}`) : '');
  const label = t(`review.check.criterion.${criterion}`);
  const overtaken = problemOf(view, `${criterion}-verdict`);
  return (
    <div className="criterion">
      <ChoiceList
        {...{ locale, label, error: overtaken }}
        type="radio"
        name={`${criterion}-verdict`}
        choices={verdicts.map((value) => ({ value, label: t(`review.check.verdict.${value}`) }))}
        chosen={[isTyped ? typed('verdict') : (stands.verdict ?? '')]}
        note={
          overtaken && (
            <>
              {t('review.check.stands')} <JudgedAs view={view} check={stands} />
            </>
          )
        }
      />
      <TextArea
        {...{ locale, error: problemOf(view, `${criterion}-note`) }}
        name={`${criterion}-note`}
        rows={2}
        label={t('review.check.noteShort')}
        aria-label={t('review.check.note', { criterion: label })}
        defaultValue={isTyped ? typed('note') : stands.note}
      />
    </div>
  );
}

/** What was judged, when nobody judges any more. */
function Judged({ view }: { view: ReviewView }) {
  const t = translatorOf(view.locale);
  return (
    <dl className="judged">
      {criteria.map((criterion) => (
        <div key={criterion}>
          <dt>{t(`review.check.criterion.${criterion}`)}</dt>
          <dd>
            <JudgedAs view={view} check={view.review.checks.checks[criterion]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function JudgedAs({ view: { locale }, check: { verdict, note } }: { view: ReviewView; check: Check }) {
  const word = translatorOf(locale)(`review.check.verdict.${verdict ?? 'none'}`);
  if (!note) return word;
  return (
    <>
      {word} – <bdi>{note}</bdi>
    </>
  );
}

function LastSaved({ view: { locale, review, now } }: { view: ReviewView }) {
  const last = [...review.checks.written.values()].sort((a, b) => b.version - a.version)[0];
  if (!last) return null;
  const name = review.names.get(last.by) ?? '';
  return (
    <p className="review-quiet">
      {translatorOf(locale)('review.check.saved', { name, ago: formatAgo(last.at, now, locale) })}
    </p>
  );
}
