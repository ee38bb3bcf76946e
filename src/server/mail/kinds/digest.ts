import 'server-only';
import type { Letter, Writing } from '#server/mail/letter';

/** What came since the last one, a line each, as the mails' own subjects said it. */
export function writeDigest(
  { t }: Writing,
  { lines }: { lines: readonly { subject: string; path: string }[] },
): Letter {
  const count = lines.length;
  return {
    subject: t('wishes.digest.subject', { count }),
    parts: [
      t('wishes.digest.text', { count }),
      ...lines.map(({ subject, path }) => ({ label: subject, path })),
    ],
    why: t('wishes.digest.why'),
  };
}
