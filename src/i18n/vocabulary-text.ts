import { placeTypes } from '#domain/practice';
import type { VocabularyKind } from '#domain/vocabulary';
import type { EntryProblem } from '#domain/vocabulary-entry';
import { languageInSentence } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

const threads = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What a field holds, as a reader sees it: a colour and a kind of place by their names. */
export function entryValueText(locale: Locale, field: string, value: string): string {
  const t = translatorOf(locale);
  const thread = field === 'thread' ? threads.find((known) => known === value) : undefined;
  const type = field === 'placeType' ? placeTypes.find((known) => known === value) : undefined;
  if (thread) return t(`vocabulary.threads.${thread}`);
  return type ? t(`place.${type}`) : value;
}

/** What is to be done about a field of an entry; undefined where nothing is. */
export function entryProblemText(locale: Locale, problem: string | undefined): string | undefined {
  const t = translatorOf(locale);
  const known: Record<EntryProblem, string> = {
    name: t('vocabulary.problem.name'),
    long: t('vocabulary.problem.long'),
    many: t('vocabulary.problem.many'),
    taken: t('vocabulary.problem.taken'),
    country: t('vocabulary.problem.country'),
    'place-type': t('vocabulary.problem.placeType'),
    network: t('vocabulary.problem.network'),
    degrees: t('vocabulary.problem.degrees'),
  };
  return new Map(Object.entries(known)).get(problem ?? '');
}

/** What a field is called, by its name. */
export function entryFieldLabel(locale: Locale, kind: VocabularyKind, field: string): string {
  const t = translatorOf(locale);
  const [part = '', language = ''] = field.split('-');
  switch (part) {
    case 'name':
      return t('vocabulary.nameIn', { language: languageInSentence(language, locale) });
    case 'words':
      return kind === 'city'
        ? t('vocabulary.alsoKnownAs')
        : t('vocabulary.wordsIn', { language: languageInSentence(language, locale) });
    case 'thread':
      return t('vocabulary.thread');
    case 'country':
      return t('vocabulary.country');
    case 'placeType':
      return t('vocabulary.placeType');
    case 'network':
      return t('vocabulary.network');
    case 'latitude':
      return t('vocabulary.latitude');
    default:
      return t('vocabulary.longitude');
  }
}
