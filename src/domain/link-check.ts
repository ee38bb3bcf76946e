/** Why nothing answered. */
export const linkProblems = [
  'no-address',
  'private',
  'timeout',
  'certificate',
  'redirects',
  'unreachable',
] as const;
export type LinkProblem = (typeof linkProblems)[number];

/** What came of asking: a status, or why there was none. */
export type LinkAnswer = { status: number; problem: null } | { status: null; problem: LinkProblem };

/** Runs that found nothing before a link counts as dead: fewer where the answer says that the page is gone. */
export const deadAfter = { gone: 2, otherwise: 3 } as const;
const goneStatuses: readonly number[] = [404, 410];

const day = 24 * 60 * 60_000;

/**
 * Whether a run found nothing there. Who answers that robots, or people without a password, are not let in, is there.
 */
export function isFailure({ status, problem }: LinkAnswer): boolean {
  return problem !== null || goneStatuses.includes(status) || status >= 500;
}

/** Whether a link leads nowhere, after so many runs in a row that found nothing. */
export function isDead({ status, failures }: { status: number | null; failures: number }): boolean {
  const isGone = status !== null && goneStatuses.includes(status);
  return failures >= (isGone ? deadAfter.gone : deadAfter.otherwise);
}

/** Whether it is time to ask again: a week after an answer, a day after there was none. */
export function isDue({ checkedAt, failures }: { checkedAt: Date; failures: number }, now: Date): boolean {
  return now.getTime() - checkedAt.getTime() >= (failures > 0 ? day : 7 * day);
}
