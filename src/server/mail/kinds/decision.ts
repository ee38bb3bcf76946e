import 'server-only';
import type { ToldVerb } from '#domain/decision';
import type { Locale } from '#i18n/locales';
import { practicePath } from '#i18n/paths';
import type { Letter, Writing } from '#server/mail/letter';

type Decision = {
  id: string;
  verb: ToldVerb;
  subject: string;
  text: string;
  /** Told word for word; may be empty. */
  reasons: string;
  /** How many of what editors asked has no answer yet. */
  comments: number;
  /** Where it is published. */
  slug?: string;
};

/** To its writers: what the editors decided, in the words they chose. */
export function writeSubmissionDecision({ t, locale }: Writing, decision: Decision): Letter {
  const { id, verb, subject, text, reasons, comments, slug } = decision;
  return {
    subject,
    parts: [
      ...paragraphsOf(text),
      ...(reasons.trim() ? [t('mail.decision.reasons'), ...paragraphsOf(reasons)] : []),
      ...(comments > 0 ? [t('mail.decision.comments', { count: comments })] : []),
      ...(verb === 'decline' ? [t('mail.decision.appeal')] : []),
      slug
        ? { label: t('mail.decision.read'), path: practicePath(locale, slug) }
        : { label: t('mail.decision.see'), path: `/${locale}/submissions/${id}/sent` },
    ],
    why: t('mail.decision.why'),
  };
}

type Named = { id: string; reference: string; title: string };

/** To the editors: that its authors ask for another look, and what they say. */
export function writeSubmissionAppealed(
  { t, locale }: Writing,
  { id, words, ...named }: Named & { words: string },
): Letter {
  return {
    subject: t('mail.appealed.subject', named),
    parts: [
      t('mail.appealed.text', named),
      ...paragraphsOf(words),
      { label: t('mail.appealed.link'), path: reviewPage(locale, id) },
    ],
    why: t('mail.appealed.why'),
  };
}

/** To the editors: that changes they asked for will not come. */
export function writeSubmissionTakenBack({ t, locale }: Writing, named: Omit<Named, 'id'>): Letter {
  return {
    subject: t('mail.takenBack.subject', named),
    parts: [t('mail.takenBack.text', named), { label: t('mail.takenBack.link'), path: reviewPage(locale) }],
    why: t('mail.takenBack.why'),
  };
}

type Stopped = Named & { why: 'overtaken' | 'incomplete' | 'failed' };

/** To the editors: that something was to be published at this time, and could not be. */
export function writePublicationStopped({ t, locale }: Writing, { id, why, ...named }: Stopped): Letter {
  return {
    subject: t('mail.stopped.subject', named),
    parts: [t(`mail.stopped.${why}`, named), { label: t('mail.stopped.link'), path: reviewPage(locale, id) }],
    why: t('mail.stopped.why'),
  };
}

/** To those who wrote the version before: that another has taken its place. */
export function writeRevisionPublished(
  { t, locale }: Writing,
  { title, slug }: { title: string; slug: string },
): Letter {
  return {
    subject: t('mail.revised.subject', { title }),
    parts: [
      t('mail.revised.text', { title }),
      { label: t('mail.revised.link'), path: practicePath(locale, slug) },
    ],
    why: t('mail.revised.why'),
  };
}

/** Paragraphs are parted by an empty line. */
function paragraphsOf(text: string): { typed: string }[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((typed) => ({ typed }));
}

function reviewPage(locale: Locale, id?: string): string {
  return `/${locale}/review${id ? `/${id}` : ''}`;
}
