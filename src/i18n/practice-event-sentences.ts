import type { PracticeEventKind } from '#domain/event-kinds';
import { plain, type Tell } from '#i18n/event-telling';
import { languageInSentence } from '#i18n/format';
import type { Translate } from '#i18n/translator';

const ofLanguage =
  (key: Parameters<Translate>[0]): Tell =>
  ({ t, locale, who, facts: { language = 'und', person } }) =>
    t(key, { who, language: languageInSentence(language, locale), person: person ?? t('story.who.someone') });

/** What is said of each thing that happens to a practice. */
export const practiceEventSentences: Record<PracticeEventKind, Tell> = {
  loaded: plain('story.event.loaded'),
  reloaded: plain('story.event.reloaded'),
  published: plain('story.event.practicePublished'),
  revised: ({ t, who, facts }) => t('story.event.revised', { who, version: String(facts.version ?? '–') }),
  archived: plain('story.event.practiceArchived'),
  republished: plain('story.event.practiceRepublished'),
  confirmed: plain('story.event.confirmed'),
  adopted: ({ t, who, facts }) =>
    t('story.event.adopted', { who, city: facts.city ?? t('story.who.someCity') }),
  'translation-begun': ofLanguage('story.event.translationBegun'),
  'translation-drafted': ofLanguage('story.event.translationDrafted'),
  'translation-taken-over': ofLanguage('story.event.translationTakenOver'),
  'translation-offered': ofLanguage('story.event.translationOffered'),
  'translation-taken-back': ofLanguage('story.event.translationTakenBack'),
  'translation-returned': ofLanguage('story.event.translationReturned'),
  'translation-approved': ofLanguage('story.event.translationApproved'),
  'translation-withdrawn': ofLanguage('story.event.translationWithdrawn'),
  'translation-discarded': ofLanguage('story.event.translationDiscarded'),
  'translation-outdated': ofLanguage('story.event.translationOutdated'),
};
