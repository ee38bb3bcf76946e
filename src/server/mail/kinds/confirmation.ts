import 'server-only';
import { confirmationRules } from '#domain/confirmation';
import { confirmationPaths } from '#i18n/confirmation-paths';
import { formatDate } from '#i18n/format';
import type { Letter, Writing } from '#server/mail/letter';

type Asked = { token: string; title: string; since: Date; isAgain: boolean };

/** Asks whether an example is still as it says. Programs that look links up in mails confirm nothing: the page has a button. */
export function writeConfirmationAsked({ t, locale }: Writing, asked: Asked): Letter {
  const { token, title, since, isAgain } = asked;
  const date = formatDate(since, locale);
  return {
    subject: isAgain
      ? t('mail.confirmation.againSubject', { title })
      : t('mail.confirmation.subject', { title }),
    parts: [
      isAgain ? t('mail.confirmation.again', { title, date }) : t('mail.confirmation.text', { title, date }),
      t('mail.confirmation.click', { days: confirmationRules.linkDays }),
      { label: t('mail.confirmation.link'), path: confirmationPaths.page(locale, token) },
    ],
    why: t('mail.confirmation.why'),
  };
}
