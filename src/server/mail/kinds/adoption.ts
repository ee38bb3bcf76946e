import 'server-only';
import { adoptionPaths } from '#i18n/adoption-paths';
import { practicePath } from '#i18n/paths';
import type { Letter, Writing } from '#server/mail/letter';

type About = { title: string; slug: string; city: string };

/** To the editors: that an officer says their city repeats an example. */
export function writeAdoptionStated({ t, locale }: Writing, { title }: { title: string }): Letter {
  return {
    subject: t('mail.adoption.statedSubject', { title }),
    parts: [
      t('mail.adoption.statedText', { title }),
      { label: t('mail.adoption.statedLink'), path: adoptionPaths.list(locale) },
    ],
    why: t('mail.adoption.statedWhy'),
  };
}

/** To the officer: that both pages show it now. */
export function writeAdoptionConfirmed({ t, locale }: Writing, { title, slug, city }: About): Letter {
  return {
    subject: t('mail.adoption.confirmedSubject', { title, city }),
    parts: [
      t('mail.adoption.confirmedText', { title, city }),
      { label: t('mail.adoption.link'), path: practicePath(locale, slug) },
    ],
    why: t('mail.adoption.why', { city }),
  };
}

/** To the officer: that it is not shown, and why. */
export function writeAdoptionRefused(
  { t, locale }: Writing,
  { title, slug, city, because }: About & { because: string },
): Letter {
  return {
    subject: t('mail.adoption.refusedSubject', { title, city }),
    parts: [
      t('mail.adoption.refusedText', { title, city }),
      { typed: because },
      t('mail.adoption.again'),
      { label: t('mail.adoption.refusedLink'), path: adoptionPaths.begin(locale, slug) },
    ],
    why: t('mail.adoption.why', { city }),
  };
}
