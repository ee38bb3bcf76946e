import { serializeReviewFilter } from '#domain/review-filter';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { Queue } from '#server/review/queries/queue';

/** To the pages before and after. */
export function QueuePager({ locale, queue: { filter, pageCount } }: { locale: Locale; queue: Queue }) {
  const t = translatorOf(locale);
  if (pageCount < 2) return null;
  const pathOf = (page: number) => reviewPaths.queue(locale, serializeReviewFilter({ ...filter, page }));
  return (
    <nav className="pager" aria-label={t('listing.pages')}>
      <ul>
        {filter.page > 1 && (
          <li>
            <a href={pathOf(filter.page - 1)} rel="prev">
              {t('listing.previous')}
            </a>
          </li>
        )}
        <li>{t('review.pageOf', { page: filter.page, pages: pageCount })}</li>
        {filter.page < pageCount && (
          <li>
            <a href={pathOf(filter.page + 1)} rel="next">
              {t('listing.next')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
