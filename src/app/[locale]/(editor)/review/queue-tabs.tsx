import { defaultSort, type ReviewTab, reviewTabs, serializeReviewFilter } from '#domain/review-filter';
import { formatCount } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { Queue } from '#server/review/queries/queue';

/** What there is, as links with counts; the other restrictions travel along. */
export function QueueTabs({ locale, queue: { filter, counts } }: { locale: Locale; queue: Queue }) {
  const t = translatorOf(locale);
  const pathOf = (tab: ReviewTab) =>
    reviewPaths.queue(locale, serializeReviewFilter({ ...filter, tab, sort: defaultSort(tab), page: 1 }));
  return (
    <nav className="queue-tabs" aria-label={t('review.tabs')}>
      <ul>
        {reviewTabs.map((tab) => (
          <li key={tab}>
            <a href={pathOf(tab)} aria-current={tab === filter.tab ? 'page' : undefined}>
              {t(`review.tab.${tab}`)} <span className="queue-count">{formatCount(counts[tab], locale)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
