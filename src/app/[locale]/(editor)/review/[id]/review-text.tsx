import { PracticeArticle } from '#components/practice/practice-article';
import { PracticeFiles } from '#components/practice/practice-files';
import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { placeLabel } from '#i18n/talk-text';
import type { Review } from '#server/review/queries/submission';
import type { Below } from './below';
import { ReviewFacts } from './review-facts';

type Props = { locale: Locale; review: Review; practice: PracticeRecord; below: Below };

/** The example as its page will be, then every fact of it, each with what is said about it. */
export function ReviewText({ locale, review, practice, below }: Props) {
  return (
    <div className="review-text">
      <PracticeArticle {...{ locale, practice, below }} />
      <PracticeFiles files={review.files} locale={locale} />
      {review.files.length > 0 && below('files')}
      <ReviewFacts {...{ locale, review, practice, below }} />
      <section className="review-whole" aria-labelledby="whole-heading">
        <h2 id="whole-heading">{placeLabel('', locale)}</h2>
        {below('')}
      </section>
    </div>
  );
}
