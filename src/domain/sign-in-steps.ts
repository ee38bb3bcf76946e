import type { Role } from '#domain/actor';

/** What follows a right code: the second factor, setting one up, or what one came for. */
export type NextStep = 'second-factor' | 'set-up' | 'done';

/** Who has a second factor gives it. Editors and administrators who have none are led to it: they cannot act before. */
export function stepAfter({
  roles,
  totpSince,
}: {
  roles: readonly Role[];
  totpSince: Date | null;
}): NextStep {
  if (totpSince) return 'second-factor';
  return roles.includes('editor') || roles.includes('administrator') ? 'set-up' : 'done';
}
