import type { Doer, DoerRole, ToldEvent } from '#domain/told-event';
import type { Locale } from '#i18n/locales';
import { practiceEventSentences } from '#i18n/practice-event-sentences';
import { roleName } from '#i18n/role-name';
import { submissionEventSentences } from '#i18n/submission-event-sentences';
import { translatorOf } from '#i18n/translator';

/** What happened, in a sentence without a full stop: "Ana Editor asked for changes: 3 comments". */
export function eventSentence(event: ToldEvent, locale: Locale): string {
  const t = translatorOf(locale);
  const { facts, count } = event;
  const telling = { t, locale, who: nameDoer(event.by, locale), count, facts };
  if (event.source === 'practice') return practiceEventSentences[event.kind](telling);
  // The publication says which version it made, and whether a time had been set for it.
  if (event.kind === 'published' && facts.version !== undefined) {
    const version = String(facts.version);
    return event.by.as === 'site'
      ? t('story.event.publishedAsPlanned', { who: telling.who, version })
      : t('story.event.publishedAs', { who: telling.who, version });
  }
  return submissionEventSentences[event.kind](telling);
}

/** The role in which someone did it, beside the sentence; null where the sentence says so itself. */
export function doerRole({ as, name }: Doer, locale: Locale): string | null {
  if (name === null || as === 'site' || as === 'content') return null;
  const t = translatorOf(locale);
  if (as === 'author') return t('story.role.author');
  return as === 'outside' ? t('story.role.outside') : roleName(as, locale);
}

function nameDoer({ as, name }: Doer, locale: Locale): string {
  if (name !== null) return name;
  const t = translatorOf(locale);
  const unnamed: Record<DoerRole, () => string> = {
    author: () => t('story.who.author'),
    editor: () => t('story.who.editor'),
    administrator: () => t('story.who.editor'),
    officer: () => t('story.who.someone'),
    translator: () => t('story.who.someone'),
    outside: () => t('story.who.someone'),
    site: () => t('story.who.site'),
    content: () => t('story.who.site'),
  };
  return unnamed[as]();
}
