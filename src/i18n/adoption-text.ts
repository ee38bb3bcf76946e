import { adoptionLimits } from '#domain/adoption';
import type { Locale } from '#i18n/locales';
import { type Translate, translatorOf } from '#i18n/translator';

type Message = Parameters<Translate>[0];

const problems: Readonly<Record<string, Message>> = {
  'city-empty': 'adoption.problem.city',
  'city-same': 'adoption.problem.citySame',
  'city-already': 'adoption.problem.cityAlready',
  year: 'adoption.problem.year',
  'words-empty': 'adoption.problem.wordsEmpty',
  'words-long': 'adoption.problem.wordsLong',
  'own-unknown': 'adoption.problem.own',
  website: 'adoption.problem.website',
  'because-empty': 'adoption.problem.becauseEmpty',
  'because-long': 'adoption.problem.becauseLong',
};

/** What is to be done about a field; nothing where there is no problem. `thisYear`: the last that is possible. */
export function adoptionProblemText(
  problem: string | undefined,
  locale: Locale,
  thisYear: number,
): string | undefined {
  const message = problem === undefined ? undefined : problems[problem];
  const limit = problem === 'because-long' ? adoptionLimits.because : adoptionLimits.words;
  const years = { first: String(adoptionLimits.firstYear), last: String(thisYear) };
  return message && translatorOf(locale)(message, { limit, ...years });
}
