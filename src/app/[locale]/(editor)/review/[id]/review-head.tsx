import { StateWord } from '#components/submission/state-word';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { Review } from '#server/review/queries/submission';

type Props = { locale: Locale; review: Review; now: Date };

/** Where it stands, in a line, before the text. */
export function ReviewHead({ locale, review }: Props) {
  const t = translatorOf(locale);
  return (
    <div className="review-head">
      <p>
        <a href={reviewPaths.queue(locale)}>{t('review.title')}</a>
      </p>
      <p className="state-line">
        <StateWord state={review.state} locale={locale} />
        {review.reference && <span className="reference"> {review.reference}</span>}
      </p>
    </div>
  );
}
