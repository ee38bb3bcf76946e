import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { Review } from '#server/review/queries/submission';
import { OpinionPanel } from './opinion-panel';

type Props = { locale: Locale; review: Review; now: Date };

/** What an editor does with an example, beside its text. */
export function ReviewSide({ locale, review, now }: Props) {
  return (
    <aside className="review-side" aria-label={translatorOf(locale)('review.page.side')}>
      <OpinionPanel {...{ locale, now }} id={review.id} />
    </aside>
  );
}
