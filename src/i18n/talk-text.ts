import { type TalkPlace, talkLimits } from '#domain/review-talk';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What a comment is about, as the form calls it. */
export function placeLabel(place: TalkPlace, locale: Locale): string {
  const t = translatorOf(locale);
  if (place === '') return t('talk.whole');
  return place === 'files' ? t('submission.step.files') : t(`submission.label.${place}`);
}

/** Why a comment or an answer was not taken, and what to do. */
export function talkProblem(reason: 'empty' | 'too-long' | 'too-many', locale: Locale): string {
  const t = translatorOf(locale);
  if (reason === 'empty') return t('talk.problem.empty');
  if (reason === 'too-many') return t('talk.problem.tooMany');
  return t('talk.problem.tooLong', { limit: talkLimits.comment });
}
