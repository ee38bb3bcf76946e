import { createTranslator } from 'use-intl/core';
import { directionOf, formatTags, type Locale, locales } from '#i18n/locales';
import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import sq from './messages/sq.json' with { type: 'json' };

type Messages = typeof en;

const messages: Record<Locale, Messages> = { en, fr, sq, ar };

/** What people typed, and what people and places are called. */
const names = /\{(?:title|name|who|person|by|askedBy|city|example|query|label|words|value)\}/g;

/** A name that reads the other way than the sentence around it keeps its marks at its own end (Unicode's isolates). */
function isolateNames(told: Messages): Messages {
  return JSON.parse(JSON.stringify(told).replace(names, '\u2068$&\u2069'));
}

function makeTranslator(locale: Locale) {
  return createTranslator<Messages>({
    locale: formatTags[locale],
    messages: directionOf(locale) === 'rtl' ? isolateNames(messages[locale]) : messages[locale],
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  });
}

export type Translate = ReturnType<typeof makeTranslator>;

const translators = new Map(locales.map((locale) => [locale, makeTranslator(locale)]));

/** The interface's words in a language: `t('listing.total', { count: 5 })`. An unknown key is a type error. */
export function translatorOf(locale: Locale): Translate {
  return translators.get(locale) ?? makeTranslator(locale);
}
