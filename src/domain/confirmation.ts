/** How often a city is asked whether its example is still as it says, and how long its link and its silence last. */
export const confirmationRules = {
  /** Months for which what a city confirmed is taken to be so. */
  months: 18,
  /** Days that the link in a mail works. After as many without an answer readers are told. */
  linkDays: 60,
  /** Days after which a person who has not answered is reminded, once. */
  reminderDays: 30,
  /** Days between two mails to one person about one practice, whatever happens meanwhile. */
  quietDays: 25,
} as const;

const day = 24 * 60 * 60_000;

/** The moment so many days later, or earlier. */
export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * day);
}

/** What was confirmed at this moment or before is to be confirmed again: the months are counted back from now. */
export function confirmationDueBefore(now: Date): Date {
  return addMonths(now, -confirmationRules.months);
}

/** Whether readers are told that nobody has confirmed it for long: it was asked for, and nobody answered. */
export function isConfirmationOverdue(since: Date, now: Date): boolean {
  return addDays(addMonths(since, confirmationRules.months), confirmationRules.linkDays) <= now;
}

/** Whether a person who was sent these requests since the last confirmation is to be sent another. */
export function isToBeAsked(sentSince: readonly Date[], lastSent: Date | null, now: Date): boolean {
  if (lastSent && addDays(lastSent, confirmationRules.quietDays) > now) return false;
  const [first, ...more] = sentSince;
  if (!first) return true;
  return more.length === 0 && addDays(first, confirmationRules.reminderDays) <= now;
}

/** The same day of another month in UTC, or that month's last day where it has no such day. */
function addMonths(moment: Date, months: number): Date {
  const moved = new Date(moment.getTime());
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(moment.getUTCDate(), last));
  return moved;
}
