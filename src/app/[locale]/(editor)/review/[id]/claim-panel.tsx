import { FormButtons, SubmitButton } from '#components/form/buttons';
import { reviewPaths } from '#i18n/review-paths';
import { translatorOf } from '#i18n/translator';
import type { ReviewView } from './review-view';

/** Who has taken it up, and the way to take it up, over, or put it back. */
export function ClaimPanel({ view: { locale, review } }: { view: ReviewView }) {
  const t = translatorOf(locale);
  const { id, claimedBy, isMine, may } = review;
  const name = claimedBy ? (review.names.get(claimedBy) ?? '') : '';
  if (!claimedBy && !may.has('claim') && review.declinedBy === null) return null;
  return (
    <section aria-labelledby="claim-heading">
      <h2 id="claim-heading">{t('review.claim.title')}</h2>
      <p>{claimText()}</p>
      {may.has('claim') && (
        <form method="post" action={reviewPaths.act(locale, id, 'claim')}>
          {claimedBy && <input type="hidden" name="from" value={claimedBy} />}
          <FormButtons>
            <SubmitButton quiet={claimedBy !== null}>
              {t(claimedBy ? 'review.claim.over' : 'review.claim.verb')}
            </SubmitButton>
          </FormButtons>
        </form>
      )}
      {may.has('release') && (
        <form method="post" action={reviewPaths.act(locale, id, 'release')}>
          <FormButtons>
            <SubmitButton quiet>{t('review.claim.release')}</SubmitButton>
          </FormButtons>
        </form>
      )}
    </section>
  );

  function claimText(): string {
    if (isMine) return t('review.claim.mine');
    if (claimedBy) return t('review.claim.by', { name });
    if (may.has('claim')) return `${t('review.claim.nobody')} ${t('review.claim.first')}`;
    return t('review.claim.appeal');
  }
}
