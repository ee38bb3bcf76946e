import type { Locale } from '#i18n/locales';
import { type Translate, translatorOf } from '#i18n/translator';

type Message = Extract<Parameters<Translate>[0], `account.problem.${string}`>;

/** What is to be done about each problem, by the name that stands in an address or a parked form. */
const messages = {
  email: 'account.problem.email',
  'too-many': 'account.problem.tooMany',
  'no-code': 'account.problem.noCode',
  wrong: 'account.problem.wrong',
  ended: 'account.problem.ended',
  'name-empty': 'account.problem.nameEmpty',
  'name-long': 'account.problem.nameLong',
  'city-empty': 'account.problem.cityEmpty',
  'city-unknown': 'account.problem.cityUnknown',
  'country-empty': 'account.problem.countryEmpty',
  'role-empty': 'account.problem.roleEmpty',
  long: 'account.problem.long',
} as const satisfies Record<string, Message>;

type AccountProblem = keyof typeof messages;

/** The sentence for a problem; undefined for none, and for what is no problem we know. */
export function accountProblemText(locale: Locale, problem: string | undefined): string | undefined {
  return isProblem(problem) ? translatorOf(locale)(messages[problem]) : undefined;
}

function isProblem(value: string | undefined): value is AccountProblem {
  return value !== undefined && Object.hasOwn(messages, value);
}
