import { countRestrictions, emptyReviewFilter, serializeReviewFilter } from '#domain/review-filter';
import { formatAgo } from '#i18n/ago';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { Queue } from '#server/review/queries/queue';

/** Why the table is empty, and where to go on. */
export function NothingHere({ locale, queue, now }: { locale: Locale; queue: Queue; now: Date }) {
  const t = translatorOf(locale);
  const { filter, lastPublished, counts } = queue;
  const { tab } = filter;
  if (countRestrictions(filter) > 0) {
    const all = serializeReviewFilter({ ...emptyReviewFilter, tab, sort: filter.sort });
    return (
      <p className="lede" id="queue">
        {t('review.none.filtered')} <a href={reviewPaths.queue(locale, all)}>{t('review.filter.clear')}</a>
      </p>
    );
  }
  const name = tab === 'waiting' || tab === 'mine' ? tab : 'other';
  return (
    <p className="lede" id="queue">
      {t(`review.none.${name}`)}{' '}
      {tab === 'waiting' &&
        lastPublished &&
        t('review.none.last', { ago: formatAgo(lastPublished, now, locale) })}
      {tab !== 'waiting' && counts.waiting > 0 && (
        <a href={reviewPaths.queue(locale)}>{t('review.none.see')}</a>
      )}
    </p>
  );
}
