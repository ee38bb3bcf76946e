import { opinionLimits, type Verdict } from '#domain/opinion';
import { formatDate } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { type Translate, translatorOf } from '#i18n/translator';

type Message = Parameters<Translate>[0];

const problems: Readonly<Record<string, Message>> = {
  'verdict-empty': 'opinion.problem.verdict',
  'words-empty': 'opinion.problem.wordsEmpty',
  'words-long': 'opinion.problem.wordsLong',
  'name-empty': 'opinion.problem.nameEmpty',
  'name-long': 'opinion.problem.nameLong',
  'question-empty': 'opinion.problem.questionEmpty',
  'question-long': 'opinion.problem.wordsLong',
  'asked-already': 'opinion.problem.askedAlready',
  'too-many': 'account.problem.tooMany',
  days: 'opinion.problem.days',
  email: 'account.problem.email',
};

/** What is to be corrected in a form about opinions, in the order of its fields. */
export function listOpinionProblems(
  locale: Locale,
  fields: readonly string[],
  errors: Readonly<Record<string, string>>,
): { name: string; text: string }[] {
  const t = translatorOf(locale);
  return fields.flatMap((name) => {
    const problem = errors[name];
    const message = problem === undefined ? undefined : problems[problem];
    const limit = problem === 'question-long' ? opinionLimits.question : opinionLimits.words;
    return message ? [{ name, text: t(message, { limit, most: opinionLimits.mostDays }) }] : [];
  });
}

const words = {
  approve: 'opinion.verdicts.approve',
  ask: 'opinion.verdicts.ask',
  advise_against: 'opinion.verdicts.advise_against',
} as const satisfies Record<Verdict, Message>;

/** What somebody advises, in the reader's words. */
export function verdictText(verdict: Verdict, locale: Locale): string {
  return translatorOf(locale)(words[verdict]);
}

type Asked = {
  state: 'open' | 'given' | 'ended' | 'over';
  expiresAt: Date;
  firstReadAt: Date | null;
  given: { at: Date } | null;
};

/** How far a request is: opened, answered, over. */
export function opinionStateText({ state, expiresAt, firstReadAt, given }: Asked, locale: Locale): string {
  const t = translatorOf(locale);
  const date = formatDate(given?.at ?? expiresAt, locale);
  if (state === 'open' && firstReadAt)
    return t('opinion.state.opened', { date, opened: formatDate(firstReadAt, locale) });
  const words = {
    open: 'opinion.state.open',
    given: 'opinion.state.given',
    ended: 'opinion.state.ended',
    over: 'opinion.state.over',
  } as const;
  return t(words[state], { date });
}
