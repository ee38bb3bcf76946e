import { SavedLine } from '#components/form/saved-line';
import { StateWord } from '#components/submission/state-word';
import { isWritable } from '#domain/lifecycle';
import { formatDate, formatList, formatMoment } from '#i18n/format';
import { practicePath } from '#i18n/paths';
import { dueText } from '#i18n/review-days';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { ReviewView } from './review-view';

type Props = { view: ReviewView; done: string | null };

/** What was just done, where it stands, and whose it is, before the text. */
export function ReviewHead({ view, done }: Props) {
  const { locale, review } = view;
  const t = translatorOf(locale);
  return (
    <div className="review-head">
      <p>
        <a href={reviewPaths.queue(locale)}>{t('review.title')}</a>
      </p>
      {done && <SavedLine>{done}</SavedLine>}
      <StateLine view={view} />
      <p className="review-quiet">
        <Origin view={view} />
      </p>
      {isWritable(review.state) && <p className="notice">{t('review.page.shownAsSent')}</p>}
      <p className="review-jump">
        <a href="#side">{t('review.page.side')}</a>
      </p>
    </div>
  );
}

function StateLine({ view: { locale, review, now } }: { view: ReviewView }) {
  const t = translatorOf(locale);
  const { state, reference, dueOn, publishAt, practice, claimedBy, isMine } = review;
  const name = review.names.get(claimedBy ?? '') ?? '';
  const due = dueOn && dueText(dueOn, now, locale);
  return (
    <p className="state-line review-facts-line">
      <StateWord state={state} locale={locale} />
      {reference && <span className="reference">{reference}</span>}
      {claimedBy && <span>{isMine ? t('review.claim.mine') : t('review.claim.by', { name })}</span>}
      {due && (
        <span className={due.isLate ? 'review-late' : undefined}>
          {t('review.due.line', { when: due.text })}
        </span>
      )}
      {publishAt && <span>{t('review.page.publishAt', { time: formatMoment(publishAt, locale) })}</span>}
      {practice && <a href={practicePath(locale, practice.slug)}>{t('review.page.live')}</a>}
    </p>
  );
}

/** Who wrote it, and when it was sent. */
function Origin({ view: { locale, review } }: { view: ReviewView }) {
  const t = translatorOf(locale);
  const last = review.sent.at(-1);
  const names = formatList(
    review.members.map(({ name }) => name),
    locale,
  );
  return [
    names ? t('review.page.members', { names }) : t('review.page.loaded'),
    last && t('review.page.sentOn', { date: formatDate(last.at, locale) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
