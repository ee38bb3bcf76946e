import type { DecisionVerb } from '#domain/decision-form';
import type { Locale } from '#i18n/locales';

/** How a decision is written in an address. */
const written: Record<DecisionVerb, string> = {
  requestChanges: 'request-changes',
  accept: 'accept',
  decline: 'decline',
  reconsider: 'reconsider',
  schedule: 'schedule',
  publish: 'publish',
  archive: 'archive',
  republish: 'republish',
};

const below = (locale: Locale, id: string, name: string) => `/${locale}/review/${id}/${name}`;

/** Addresses of what editors do. The verbs take POST. */
export const reviewPaths = {
  /** `query`: as the filter writes it. */
  queue: (locale: Locale, query = '') => `/${locale}/review${query && `?${query}`}`,
  /** The submission under which what is published is looked after; takes its address as `practice`. */
  open: (locale: Locale) => `/${locale}/review/open`,
  submission: (locale: Locale, id: string) => `/${locale}/review/${id}`,
  changes: (locale: Locale, id: string) => below(locale, id, 'changes'),
  story: (locale: Locale, id: string) => below(locale, id, 'story'),
  /** What is done on the page itself. */
  act: (locale: Locale, id: string, act: 'claim' | 'release' | 'due' | 'check' | 'places') =>
    below(locale, id, act),
  /** The page on which a decision is written. */
  decide: (locale: Locale, id: string, verb: DecisionVerb) => below(locale, id, `decide/${written[verb]}`),
  verb: (locale: Locale, id: string, verb: DecisionVerb) => below(locale, id, written[verb]),
} as const;

/** The decision of an address; null where it is none. */
export function readDecisionVerb(name: string): DecisionVerb | null {
  const verbs = Object.keys(written).filter((verb): verb is DecisionVerb => verb in written);
  return verbs.find((verb) => written[verb] === name) ?? null;
}
