import type { Role } from '#domain/actor';
import type { NextStep } from '#domain/sign-in-steps';
import { accountPaths } from '#i18n/account-paths';
import type { Locale } from '#i18n/locales';
import { type FormValues, firstValue } from '#lib/form-values';
import { localPath } from '#lib/local-path';

/** Where a form was to lead on to, if it said so and it is a path of this site. */
export function readReturn(values: FormValues): string | undefined {
  return localPath(firstValue(values, 'to')) ?? undefined;
}

type SignedIn = { next: NextStep; roles: readonly Role[] };

/** The address that follows a sign-in: the second factor, setting it up, or what one came for. */
export function pathAfterSignIn(locale: Locale, { next, roles }: SignedIn, to: string | undefined): string {
  if (next === 'second-factor') return accountPaths.secondFactor(locale, { to });
  if (next === 'set-up') return accountPaths.setUpSecondFactor(locale, { to });
  return to ?? accountPaths.start(locale, roles);
}
