import 'server-only';
import type { Role } from '#domain/actor';
import { invitationDays } from '#domain/invitation';
import { accountPaths } from '#i18n/account-paths';
import { roleName } from '#i18n/role-name';
import type { Letter, Writing } from '#server/mail/letter';

/** An invitation. Its link leads to a page with a button: programs that look links up in mails change nothing. */
export function writeInvitation(
  { t, locale }: Writing,
  { token, role }: { token: string; role: Role },
): Letter {
  return {
    subject: t('mail.invitation.subject'),
    parts: [
      t('mail.invitation.text', { role: roleName(role, locale), days: invitationDays }),
      { label: t('mail.invitation.link'), path: accountPaths.invitation(locale, token) },
    ],
    why: t('mail.invitation.why'),
  };
}
