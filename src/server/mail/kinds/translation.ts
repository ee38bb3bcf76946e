import 'server-only';
import { languageInSentence } from '#i18n/format';
import { practicePath } from '#i18n/paths';
import { translationPaths } from '#i18n/translation-paths';
import type { Letter, Writing } from '#server/mail/letter';

/** Which text it is about. */
type About = { practiceId: string; slug: string; language: string; title: string };

/** To the editors: that a translation waits for somebody else to read it. */
export function writeTranslationOffered(
  { t, locale }: Writing,
  { who, ...about }: About & { who: string },
): Letter {
  const named = { title: about.title, language: languageInSentence(about.language, locale) };
  return {
    subject: t('mail.translation.offeredSubject', named),
    parts: [
      t('mail.translation.offeredText', { ...named, who }),
      {
        label: t('mail.translation.offeredLink'),
        path: translationPaths.text(locale, about.practiceId, about.language),
      },
    ],
    why: t('mail.translation.offeredWhy'),
  };
}

type Decided = About & { verb: 'approve' | 'return' | 'withdraw'; because: string };

/** To the translator: what somebody else decided. */
export function writeTranslationDecided(
  { t, locale }: Writing,
  { verb, because, practiceId, slug, language, title }: Decided,
): Letter {
  const named = { title, language: languageInSentence(language, locale) };
  const why = t('mail.translation.why');
  if (verb === 'approve')
    return {
      subject: t('mail.translation.approvedSubject', named),
      parts: [
        t('mail.translation.approvedText', named),
        { label: t('mail.translation.approvedLink'), path: practicePath(locale, slug, language) },
      ],
      why,
    };
  const isReturned = verb === 'return';
  return {
    subject: t(isReturned ? 'mail.translation.returnedSubject' : 'mail.translation.withdrawnSubject', named),
    parts: [
      t(isReturned ? 'mail.translation.returnedText' : 'mail.translation.withdrawnText', named),
      { typed: because },
      {
        label: t('mail.translation.returnedLink'),
        path: translationPaths.text(locale, practiceId, language),
      },
    ],
    why,
  };
}

/** To the translator: that the original says something else now. */
export function writeTranslationOutdated(
  { t, locale }: Writing,
  { practiceId, language, title }: About,
): Letter {
  const named = { title, language: languageInSentence(language, locale) };
  return {
    subject: t('mail.translation.outdatedSubject', named),
    parts: [
      t('mail.translation.outdatedText', named),
      {
        label: t('mail.translation.outdatedLink'),
        path: translationPaths.text(locale, practiceId, language),
      },
    ],
    why: t('mail.translation.why'),
  };
}
