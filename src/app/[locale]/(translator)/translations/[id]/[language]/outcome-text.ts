import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

const acts = [
  ...(['begin', 'machine', 'takeOver', 'offer', 'takeBack'] as const),
  ...(['return', 'approve', 'withdraw', 'discard', 'late'] as const),
] as const;
export type Act = (typeof acts)[number];

/** What was just done, in a sentence; null for a word that names nothing. */
export function doneText(done: string, locale: Locale): string | null {
  const act = acts.find((one) => one === done);
  return act ? translatorOf(locale)(`translations.done.${act}`) : null;
}

const refusals = {
  changed: 'translations.refused.changed',
  'original-changed': 'translations.refused.original',
  conflict: 'translations.refused.conflict',
  'not-possible': 'translations.done.late',
} as const;

/** Why something was not done, and what to do; null for a word that names nothing. */
export function refusedText(refused: string, locale: Locale): string | null {
  const key = Object.entries(refusals).find(([reason]) => reason === refused)?.[1];
  return key ? translatorOf(locale)(key) : null;
}

const faults = {
  off: 'translations.machine.off',
  language: 'translations.machine.language',
  away: 'translations.machine.away',
  refused: 'translations.machine.refused',
  busy: 'translations.machine.busy',
  'too-long': 'translations.machine.tooLong',
} as const;

/** Why the machine wrote nothing; null for a word that names nothing. */
export function faultText(fault: string, locale: Locale): string | null {
  const key = Object.entries(faults).find(([reason]) => reason === fault)?.[1];
  return key ? translatorOf(locale)(key) : null;
}
