import { expect, test } from 'vitest';
import { withoutTokens } from '#server/platform/log';

test.each([
  ['/en/opinions/secret-token', '/en/opinions/…'],
  ['/en/opinions/secret-token/files/0123456789/480.webp', '/en/opinions/…/files/0123456789/480.webp'],
  ['/sq/confirmations/secret-token/confirm?form=other-token', '/sq/confirmations/…/confirm'],
  ['/fr/invitations/secret-token/accept', '/fr/invitations/…/accept'],
  ['/en/review/0123456789/opinions/0123456789/end', '/en/review/0123456789/opinions/…/end'],
  ['/en/practices/walks?q=rumours', '/en/practices/walks'],
])('of %s only %s is logged', (path, logged) => {
  expect(withoutTokens(path)).toBe(logged);
});
