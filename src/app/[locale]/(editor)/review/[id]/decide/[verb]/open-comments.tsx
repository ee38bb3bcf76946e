import { Around } from '#components/ui/around';
import type { Thread } from '#domain/review-talk';
import { reviewPaths } from '#i18n/review-paths';
import { talkFragment } from '#i18n/talk-paths';
import { placeLabel } from '#i18n/talk-text';
import { translatorOf } from '#i18n/translator';
import { firstWords } from '#lib/plain-text';
import type { DecisionView } from './decision-view';
import { LinkNotice } from './link-notice';

/** What its authors will find to answer, or that there is nothing yet. */
export function OpenComments({ view, threads }: { view: DecisionView; threads: readonly Thread[] }) {
  const { locale, review } = view;
  const t = translatorOf(locale);
  const open = threads.filter(({ done }) => !done);
  if (open.length === 0) return <p>{t('review.decide.noComments')}</p>;
  const page = reviewPaths.submission(locale, review.id);
  return (
    <LinkNotice
      id="comments"
      text={t('review.decide.comments', { count: open.length })}
      links={open.map(({ id, place, entries }) => ({
        href: `${page}#${talkFragment(id)}`,
        text: (
          <Around sentence={(value) => t('site.pair', { name: placeLabel(place, locale), value })}>
            <bdi>{firstWords(entries[0]?.text ?? '', 80)}</bdi>
          </Around>
        ),
      }))}
    />
  );
}
