import { findUnchecked } from '#domain/review-criteria';
import { checkFields } from '#domain/submission-check';
import { reviewPaths } from '#i18n/review-paths';
import { problemText } from '#i18n/submission-problem';
import { translatorOf } from '#i18n/translator';
import type { DecisionView } from './decision-view';
import { LinkNotice } from './link-notice';

/** What stands in the way, with a link to each: criteria that are not judged, what the catalogue would refuse. */
export function Obstacles({ view }: { view: DecisionView }) {
  const { locale, verb, review } = view;
  const t = translatorOf(locale);
  const page = reviewPaths.submission(locale, review.id);
  if (verb === 'accept')
    return (
      <LinkNotice
        id="unchecked"
        text={t('review.decide.unchecked')}
        links={findUnchecked(review.checks.checks).map((criterion) => ({
          href: `${page}#${criterion}-verdict`,
          text: t(`review.check.criterion.${criterion}`),
        }))}
      />
    );
  if (verb !== 'publish' && verb !== 'schedule') return null;
  return (
    <LinkNotice
      id="incomplete"
      text={t('review.decide.obstacles')}
      links={checkFields(review.fields, { forSending: true, known: view.known }).map((problem) => ({
        href: `${page}#fact-${problem.field}`,
        text: problemText(problem, locale),
      }))}
    />
  );
}
