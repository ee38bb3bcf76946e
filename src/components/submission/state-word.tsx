import type { SubmissionState } from '#domain/lifecycle';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** How far it is, as a mark beside the word; the word says it all. */
const marks: Record<SubmissionState, string> = {
  draft: '○',
  submitted: '◔',
  in_review: '◑',
  changes_requested: '↩',
  resubmitted: '◔',
  accepted: '◕',
  scheduled: '◕',
  published: '●',
  archived: '▣',
  withdrawn: '↩',
  declined: '✕',
  replaced: '▣',
};

/** Where an example stands, as a word and a mark. */
export function StateWord({ state, locale }: { state: SubmissionState; locale: Locale }) {
  return (
    <span className={`state-word state-${state}`}>
      <span aria-hidden="true">{marks[state]} </span>
      {translatorOf(locale)(`sending.state.${state}`)}
    </span>
  );
}
