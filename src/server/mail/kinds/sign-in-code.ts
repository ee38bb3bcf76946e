import 'server-only';
import type { Letter, Writing } from '#server/mail/letter';

/** The one-time code. It stands in no subject: those are shown on locked screens, and kept when the text is erased. */
export function writeSignInCode(
  { t }: Writing,
  { code, minutes }: { code: string; minutes: number },
): Letter {
  return {
    subject: t('mail.signInCode.subject'),
    parts: [t('mail.signInCode.text', { minutes }), { code }, t('mail.signInCode.unasked')],
    why: t('mail.signInCode.why'),
  };
}
