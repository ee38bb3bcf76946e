import type { Role } from '#domain/actor';

const hour = 3_600_000;
const day = 24 * hour;

export type SessionTimes = { createdAt: Date; lastSeenAt: Date };

/** How long a session lasts in milliseconds: unused, and in any case. Shorter for who decides about others. */
export function sessionLimits(roles: readonly Role[]): { idle: number; whole: number } {
  const isPowerful = roles.includes('editor') || roles.includes('administrator');
  return isPowerful ? { idle: 3 * hour, whole: 12 * hour } : { idle: 14 * day, whole: 30 * day };
}

/** Whether a session of someone with these roles still holds. */
export function isSessionAlive(
  { createdAt, lastSeenAt }: SessionTimes,
  roles: readonly Role[],
  now: Date,
): boolean {
  const { idle, whole } = sessionLimits(roles);
  return now.getTime() < Math.min(createdAt.getTime() + whole, lastSeenAt.getTime() + idle);
}
