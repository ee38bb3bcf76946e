const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How often something may be done in a window of so many seconds, and who counts as the same. */
export const rateLimits = {
  /** Codes asked for by a network: a mail bomb, or many addresses in turn. */
  askFromNetwork: { hits: 100, seconds: hour },
  /** Codes asked for an address. With five tries each, this is how often a day someone may guess at a person's code. */
  askForAddress: { hits: 20, seconds: day },
  /** Codes asked for an address by one network: who asks again and again is led to the code they have. */
  askForAddressFromNetwork: { hits: 5, seconds: 15 * minute },
  /** Codes typed by a network. */
  checkFromNetwork: { hits: 300, seconds: 10 * minute },
  /** Forms given back for correction to a network, each of which is kept for a while. */
  correctFromNetwork: { hits: 200, seconds: hour },
  /** Codes of the second factor, and recovery codes, by account. */
  secondFactor: { hits: 5, seconds: 5 * minute },
  secondFactorInADay: { hits: 50, seconds: day },
  /** Invitations by account. */
  invite: { hits: 50, seconds: hour },
  /** Opinions asked for by account: each is a mail to somebody who has not asked for it. */
  askOpinion: { hits: 30, seconds: hour },
} as const satisfies Record<string, { hits: number; seconds: number }>;

export type RateRule = keyof typeof rateLimits;

/** When the window began in which this moment lies. */
export function windowStart(rule: RateRule, now: Date): Date {
  const length = rateLimits[rule].seconds * 1_000;
  return new Date(Math.floor(now.getTime() / length) * length);
}
