import type { DecisionLetter, ToldVerb } from '#domain/decision';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type About = {
  /** The language of who gets it. */
  locale: Locale;
  title: string;
  /** "IC-2026-0042"; none where an example was never sent. */
  reference: string | null;
};

/** The mail that is suggested for a decision, for the editor to change. */
export function decisionLetter(verb: ToldVerb, { locale, title, reference }: About): DecisionLetter {
  const t = translatorOf(locale);
  const example = t('decision.named', { title: title.trim() || t('sending.untitled') });
  const subject = t(`decision.${verb}.subject`, { example });
  return {
    subject: reference ? `${reference} – ${subject}` : subject,
    text: `${t(`decision.${verb}.text`, { example })}\n\n${t('decision.closing')}`,
  };
}
