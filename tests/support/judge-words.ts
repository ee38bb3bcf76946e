import { readFileSync } from 'node:fs';
import { eld } from 'eld/small';
import { countryCodes, countryName } from '#domain/countries';
import { textLanguages } from '#domain/text-languages';
import { languageInSentence, languageName } from '#i18n/format';
import { directionOf, isLocale, type Locale, locales } from '#i18n/locales';
import { type MessagePattern, messagesOf, patternsOf } from '#tests/support/message-words';
import type { ReadPage, Words } from '#tests/support/page-words';

/** Of fewer letters, languages that are close cannot be told apart. */
const enough = 40;
/** A message with less that is always the same could be any text. */
const fixedEnough = 5;

type Table = { exact: ReadonlySet<string>; patterns: readonly MessagePattern[]; names: ReadonlySet<string> };

const tables = new Map(locales.map((locale) => [locale, makeTable(locale)]));
const keys = [...messagesOf('en').keys()];

function makeTable(locale: Locale): Table {
  const messages = [...messagesOf(locale).values()];
  const withArguments = messages.filter((message) => message.includes('{')).flatMap(patternsOf);
  return {
    exact: new Set(messages.filter((message) => !message.includes('{'))),
    patterns: withArguments.filter(({ fixed }) => letters(fixed) >= fixedEnough),
    names: new Set(namesIn(locale)),
  };
}

/** What countries, languages and the entries of the vocabularies are called. */
function namesIn(locale: Locale): string[] {
  const entries = ['topics', 'target-groups', 'cities', 'networks'].flatMap((kind) => {
    const read: { names: Partial<Record<Locale, string>> }[] = JSON.parse(
      readFileSync(`content/vocabularies/${kind}.json`, 'utf8'),
    );
    return read.map(({ names }) => names[locale] ?? names.en ?? '');
  });
  const languages = textLanguages.flatMap((code) => [
    languageName(code, locale),
    languageInSentence(code, locale),
  ]);
  return [...entries, ...languages, ...countryCodes.map((code) => countryName(code, locale))];
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** What is wrong with the words of a page that was asked for in a language, each in a sentence. */
export function judgePage(read: ReadPage, locale: Locale): string[] {
  const wrong: string[] = [];
  if (read.language !== locale) wrong.push(`it says that it is in “${read.language}”`);
  const isRead = read.direction === directionOf(locale) || read.isFeed;
  if (!isRead) wrong.push(`it is read “${read.direction}”`);
  const typed = read.words
    .filter(({ language, whole }) => whole && language !== locale)
    .map(({ text }) => text);
  for (const words of read.words) {
    const why = unfinished(words.text) ?? foreign(words, { read, locale, typed }) ?? turned(words, locale);
    if (why) wrong.push(`${words.place}: ${why}: ${words.text.slice(0, 160)}`);
  }
  const expected = read.aboutLanguage || locale;
  for (const language of read.dataLanguages)
    if (language !== expected) wrong.push(`its data are in “${language}”, not “${expected}”`);
  return [...new Set(wrong)];
}

/** The name of a message instead of it, an argument that was not filled in, or what a program says of nothing. */
function unfinished(text: string): string | null {
  const key = /\b[a-z][A-Za-z]+(?:\.[\w-]+)+\b/.exec(text)?.[0];
  if (key && keys.includes(key)) return 'the name of a message';
  if (/\{\w+\}|\{\w+,/.test(text)) return 'an argument';
  return /\bundefined\b|\[object |\bNaN\b|\bInvalid Date\b/.test(text) ? 'no value' : null;
}

type Around = { read: ReadPage; locale: Locale; typed: readonly string[] };

/** Words of another language than the one they are said to be in. */
function foreign({ text, language, whole, place }: Words, { read, locale, typed }: Around): string | null {
  if (language === null) return null;
  const from = isLocale(language) ? otherTable(text, language) : undefined;
  if (from) return `a message in “${from}” that is said to be in “${language}”`;
  // An attribute has one language, whatever words of others it tells of.
  const isAttribute = /^@|^title$/.test(place);
  const own = isAttribute ? typed.reduce(leaveOut, text.replace(/ – [^–]+$/, '')) : text;
  if (!whole || letters(own) < enough) return null;
  const found = eld.detect(own);
  if (!found.isReliable() || found.language === language) return null;
  // What a page is about may be described in its own language.
  if (place === '@content' && found.language === read.aboutLanguage) return null;
  return found.language === locale && isAttribute
    ? null
    : `in “${found.language}”, said to be in “${language}”`;
}

/** A text without another that stands in it, or as much of it as is left after shortening. */
function leaveOut(text: string, part: string): string {
  const start = text.indexOf(part.slice(0, 24));
  if (start < 0 || letters(part) < 8) return text;
  let length = 0;
  while (length < part.length && part[length] === text[start + length]) length += 1;
  return text.slice(0, start) + text.slice(start + length);
}

/** The language in which these words are a message or a name, where they are none in their own. */
function otherTable(text: string, language: Locale): Locale | undefined {
  if (letters(text) < 2 || isIn(text, language)) return undefined;
  return locales.find((other) => other !== language && isIn(text, other));
}

const known = new Map<string, boolean>();

function isIn(text: string, locale: Locale): boolean {
  const key = `${locale} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const table = tables.get(locale);
  const found =
    !!table &&
    (table.exact.has(text) ||
      table.names.has(text) ||
      (text.length < 400 &&
        table.patterns.some(({ whole, fixed }) => text.includes(fixed) && whole.test(text))));
  known.set(key, found);
  return found;
}

/** Choices of a list are drawn by the browser, each as its letters are. */
function turned({ language, direction, text, place }: Words, locale: Locale): string | null {
  if (!language || language === locale || direction === 'auto' || letters(text) === 0) return null;
  if (place.startsWith('option')) return null;
  return directionOf(language) === direction ? null : `in “${language}”, read “${direction}”`;
}
