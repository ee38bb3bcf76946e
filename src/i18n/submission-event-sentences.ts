import type { SubmissionEventKind } from '#domain/event-kinds';
import { plain, type Tell, type Telling } from '#i18n/event-telling';
import { formatDate, formatList, formatMoment } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { placeLabel } from '#i18n/talk-text';

const opinions = {
  approve: 'story.event.opinionApproves',
  ask: 'story.event.opinionAsks',
  advise_against: 'story.event.opinionAgainst',
} as const;

const stops = {
  overtaken: 'story.event.stoppedOvertaken',
  incomplete: 'story.event.stoppedIncomplete',
  failed: 'story.event.stoppedFailed',
} as const;

/** What is said of each thing that happens to a submission. */
export const submissionEventSentences: Record<SubmissionEventKind, Tell> = {
  begun: plain('story.event.begun'),
  imported: plain('story.event.imported'),
  shared: ({ t, who, facts }) =>
    t('story.event.shared', { who, person: facts.person ?? t('story.who.someone') }),
  deleted: plain('story.event.deleted'),
  'file-added': plain('story.event.fileAdded'),
  'file-removed': plain('story.event.fileRemoved'),
  'opinion-asked': ({ t, who, facts }) =>
    t('story.event.opinionAsked', { who, person: facts.person ?? t('story.who.someone') }),
  'opinion-given': ({ t, who, facts }) =>
    t(opinions[facts.opinion ?? 'ask'], { who, askedBy: facts.askedBy ?? t('story.who.editor') }),
  'opinion-ended': ({ t, who, facts }) =>
    t('story.event.opinionEnded', { who, person: facts.person ?? t('story.who.someone') }),
  opened: plain('story.event.opened'),
  'due-set': tellDueDate,
  checked: tellChecks,
  'places-set': tellPlaces,
  commented: ({ t, locale, who, count, facts }) =>
    t('story.event.commented', { who, count, about: listPlaces(facts.about ?? [''], locale) }),
  'comment-answered': plain('story.event.commentAnswered'),
  'comment-taken-back': plain('story.event.commentTakenBack'),
  'comment-done': plain('story.event.commentDone'),
  'comment-reopened': plain('story.event.commentReopened'),
  'suggestion-taken': plain('story.event.suggestionTaken'),
  'suggestion-left': plain('story.event.suggestionLeft'),
  sent: ({ t, who, facts }) => t('story.event.sent', { who, number: facts.number ?? 1 }),
  withdrawn: plain('story.event.withdrawn'),
  reopened: plain('story.event.reopened'),
  appealed: plain('story.event.appealed'),
  claimed: ({ t, who, facts: { person } }) =>
    person ? t('story.event.takenOver', { who, person }) : t('story.event.claimed', { who }),
  released: plain('story.event.released'),
  'changes-requested': ({ t, who, facts }) =>
    t('story.event.changesRequested', { who, comments: facts.comments ?? 0 }),
  accepted: plain('story.event.accepted'),
  declined: plain('story.event.declined'),
  reconsidered: ({ t, who, facts: { stopped } }) =>
    stopped ? t(stops[stopped]) : t('story.event.reconsidered', { who }),
  scheduled: ({ t, locale, who, facts: { publishAt } }) =>
    publishAt
      ? t('story.event.scheduled', { who, time: formatMoment(publishAt, locale) })
      : t('story.event.scheduledSometime', { who }),
  published: plain('story.event.published'),
  archived: plain('story.event.archived'),
  republished: plain('story.event.republished'),
  replaced: plain('story.event.replaced'),
};

function tellDueDate({ t, locale, who, facts }: Telling): string {
  const { before = null, after = null } = facts.dueOn ?? {};
  if (!after) return t('story.event.dueRemoved', { who });
  const day = formatDate(after, locale);
  return before
    ? t('story.event.dueMoved', { who, before: formatDate(before, locale), day })
    : t('story.event.dueSet', { who, day });
}

function tellPlaces({ t, locale, who, facts }: Telling): string {
  const { before, after } = facts.places ?? { before: [], after: [] };
  if (before.length + after.length === 0) return t('story.event.placesTouched', { who });
  const names = { who, before: formatList(before, locale), after: formatList(after, locale) };
  if (after.length === 0) return t('story.event.placesRemoved', names);
  return before.length > 0 ? t('story.event.placesChanged', names) : t('story.event.placesSet', names);
}

function tellChecks({ t, locale, who, facts }: Telling): string {
  const changed = (facts.checks ?? []).filter(({ before, after }) => before !== after);
  if (changed.length === 0) return t('story.event.noted', { who });
  const judged = changed.map(({ criterion, before, after }) => {
    const named = {
      criterion: t(`review.check.criterion.${criterion}`),
      before: t(`review.check.verdict.${before ?? 'none'}`),
      after: t(`review.check.verdict.${after ?? 'none'}`),
    };
    return before ? t('story.event.judgedAnew', named) : t('story.event.judged', named);
  });
  return t('story.event.checked', { who, checks: formatList(judged, locale) });
}

function listPlaces(about: readonly Parameters<typeof placeLabel>[0][], locale: Locale): string {
  return formatList(
    about.map((place) => placeLabel(place, locale)),
    locale,
  );
}
