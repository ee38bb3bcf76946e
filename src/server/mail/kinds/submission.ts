import 'server-only';
import type { Locale } from '#i18n/locales';
import type { Letter, Writing } from '#server/mail/letter';

type Sent = { id: string; reference: string; title: string; isAgain: boolean };

/** To its writers: that it has arrived, under which reference, and what happens now. */
export function writeSubmissionReceipt(
  { t, locale }: Writing,
  { id, reference, title, isAgain }: Sent,
): Letter {
  return {
    subject: t('mail.receipt.subject', { reference, title }),
    parts: [
      isAgain ? t('mail.receipt.again', { title }) : t('mail.receipt.text', { title }),
      t('mail.receipt.reference', { reference }),
      t('mail.receipt.next'),
      { label: t('mail.receipt.link'), path: pageOf(locale, id, 'sent') },
    ],
    why: t('mail.receipt.why'),
  };
}

/** To the editors: that there is something to read. */
export function writeSubmissionArrived(
  { t, locale }: Writing,
  { id, reference, title, isAgain }: Sent,
): Letter {
  return {
    subject: t('mail.arrived.subject', { reference, title }),
    parts: [
      isAgain ? t('mail.arrived.again', { title, reference }) : t('mail.arrived.text', { title, reference }),
      { label: t('mail.arrived.link'), path: pageOf(locale, id, 'preview') },
    ],
    why: t('mail.arrived.why'),
  };
}

type Shared = { id: string; title: string; by: string };

/** To a colleague: that they may write in a draft. */
export function writeSubmissionShared({ t, locale }: Writing, { id, title, by }: Shared): Letter {
  const named = title.trim() || t('sending.untitled');
  return {
    subject: t('mail.shared.subject', { title: named }),
    parts: [
      t('mail.shared.text', { title: named, by }),
      { label: t('mail.shared.link'), path: pageOf(locale, id, 'place') },
    ],
    why: t('mail.shared.why', { by }),
  };
}

function pageOf(locale: Locale, id: string, page: string): string {
  return `/${locale}/submissions/${id}/${page}`;
}
