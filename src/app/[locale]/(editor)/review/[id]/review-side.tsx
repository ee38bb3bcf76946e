import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { CityChoice } from '#server/catalogue/queries/choices';
import { Checklist } from './checklist';
import { ClaimPanel } from './claim-panel';
import { DecisionList } from './decision-list';
import { DueForm } from './due-form';
import { OpinionPanel } from './opinion-panel';
import { PlacesForm } from './places-form';
import type { ReviewView } from './review-view';

type Props = { view: ReviewView; cities: readonly CityChoice[] };

/** What an editor does with an example, beside its text, in the order it is done. */
export function ReviewSide({ view, cities }: Props) {
  const { locale, review } = view;
  const t = translatorOf(locale);
  return (
    <aside className="review-side" id="side" aria-label={t('review.page.side')}>
      <ClaimPanel view={view} />
      <DueForm view={view} />
      {review.sent.length > 1 && (
        <p>
          <a href={reviewPaths.changes(locale, review.id)}>{t('review.page.changes')}</a>
        </p>
      )}
      <OpinionPanel {...{ locale, now: view.now }} id={review.id} />
      <Checklist view={view} />
      <PlacesForm {...{ view, cities }} />
      <DecisionList {...{ locale, review }} />
      <p>
        <a href={reviewPaths.story(locale, review.id)}>{t('review.page.story')}</a>
      </p>
    </aside>
  );
}
