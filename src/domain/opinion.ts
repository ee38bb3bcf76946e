import { isSent, type SubmissionState } from '#domain/lifecycle';
import { EmailAddress } from '#domain/sign-in';

/** What somebody asked from outside says of an example. */
export const verdicts = ['approve', 'ask', 'advise_against'] as const;
export type Verdict = (typeof verdicts)[number];

/** Characters that fit, and days a link works. Form, checks and tests follow from it. */
export const opinionLimits = {
  name: 200,
  question: 2_000,
  words: 5_000,
  days: 14,
  mostDays: 60,
} as const;

/** Where an example is decided, another opinion changes nothing any more. */
const decided: readonly SubmissionState[] = ['declined', 'published', 'archived', 'replaced'];

/** Whether an opinion about an example in this state is still of use. */
export function takesOpinions(state: SubmissionState): boolean {
  return isSent(state) && !decided.includes(state);
}

export type OpinionRequest = { name: string; email: string; question: string; days: number };
type RequestProblem = 'name-empty' | 'name-long' | 'email' | 'question-empty' | 'question-long' | 'days';
type Problems<Field extends string, Problem> = Partial<Record<Field, Problem>>;

type CheckedRequest =
  | { ok: true; request: OpinionRequest }
  | { ok: false; problems: Problems<keyof OpinionRequest, RequestProblem> };

/** Reads the form by which an editor asks someone, all fields as they were typed. */
export function readOpinionRequest(typed: Record<keyof OpinionRequest, string>): CheckedRequest {
  const [name, question] = [typed.name.trim(), typed.question.trim()];
  const email = EmailAddress.safeParse(typed.email);
  const days = /^\d{1,3}$/.test(typed.days.trim()) ? Number(typed.days) : 0;
  const problems: Problems<keyof OpinionRequest, RequestProblem> = {
    ...checkLength('name', name, opinionLimits.name),
    ...(email.success ? {} : { email: 'email' }),
    ...checkLength('question', question, opinionLimits.question),
    ...(days >= 1 && days <= opinionLimits.mostDays ? {} : { days: 'days' }),
  };
  if (!email.success || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, request: { name, email: email.data, question, days } };
}

export type GivenOpinion = { verdict: Verdict; words: string; name: string };
type GivenProblem = 'verdict-empty' | 'words-empty' | 'words-long' | 'name-empty' | 'name-long';

type CheckedOpinion =
  | { ok: true; given: GivenOpinion }
  | { ok: false; problems: Problems<keyof GivenOpinion, GivenProblem> };

/** Reads the form by which someone gives their opinion. Who does not simply approve says why. */
export function readGivenOpinion(typed: Record<keyof GivenOpinion, string>): CheckedOpinion {
  const verdict = verdicts.find((one) => one === typed.verdict);
  const [name, words] = [typed.name.trim(), typed.words.trim()];
  const mayBeSilent = verdict === undefined || verdict === 'approve';
  const problems: Problems<keyof GivenOpinion, GivenProblem> = {
    ...(verdict ? {} : { verdict: 'verdict-empty' }),
    ...(words === '' && mayBeSilent ? {} : checkLength('words', words, opinionLimits.words)),
    ...checkLength('name', name, opinionLimits.name),
  };
  if (!verdict || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, given: { verdict, words, name } };
}

function checkLength<Field extends string>(
  field: Field,
  text: string,
  most: number,
): Record<string, `${Field}-empty` | `${Field}-long`> {
  if (text === '') return { [field]: `${field}-empty` };
  return text.length > most ? { [field]: `${field}-long` } : {};
}
