import 'server-only';
import { accountPaths } from '#i18n/account-paths';
import type { Letter, Writing } from '#server/mail/letter';

/** That an editor has confirmed whom someone works for: their examples can be published. */
export function writeAffiliationConfirmed({ t, locale }: Writing, { city }: { city: string }): Letter {
  return {
    subject: t('mail.affiliation.confirmedSubject', { city }),
    parts: [
      t('mail.affiliation.confirmedText', { city }),
      { label: t('mail.affiliation.link'), path: accountPaths.start(locale) },
    ],
    why: t('mail.affiliation.why', { city }),
  };
}

/** That an editor has refused it: what was written stays, and can be published once it is cleared up. */
export function writeAffiliationRefused({ t, locale }: Writing, { city }: { city: string }): Letter {
  return {
    subject: t('mail.affiliation.refusedSubject', { city }),
    parts: [
      t('mail.affiliation.refusedText', { city }),
      { label: t('mail.affiliation.link'), path: accountPaths.start(locale) },
    ],
    why: t('mail.affiliation.why', { city }),
  };
}
