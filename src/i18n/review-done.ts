import { decisionVerbs } from '#domain/decision-form';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

const acts = [...decisionVerbs, 'claim', 'release', 'due', 'check', 'places', 'late'] as const;
export type ReviewAct = (typeof acts)[number];

/** What was just done, in a sentence; null for a word that names nothing. */
export function doneText(done: string, locale: Locale): string | null {
  const act = acts.find((one) => one === done);
  return act ? translatorOf(locale)(`review.done.${act}`) : null;
}
