import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { facetNames } from '#domain/catalogue-filter';
import { toldVerbs } from '#domain/decision';
import { evidenceLevels } from '#domain/evidence-level';
import { submissionStates } from '#domain/lifecycle';
import { placeTypes, sectionNames } from '#domain/practice';
import { fieldNames, stepNames, submissionFields } from '#domain/submission-fields';
import { textStandings } from '#domain/translation-filter';
import { type Locale, locales } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { messagesOf } from '#tests/support/message-words';

/** Names of the arguments of a message, the branches of its plurals left aside. */
function argumentsOf(message: string): string[] {
  const outside = message.replace(/(?:=\d+|zero|one|two|few|many|other) \{[^{}]*\}/g, '');
  return [...new Set([...outside.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort();
}

const english = messagesOf('en');

/** Keys put together from a name of the domain: `section.purpose`. */
const composed = [
  ...sectionNames.map((name) => `section.${name}`),
  ...placeTypes.map((type) => `place.${type}`),
  ...facetNames.map((name) => `facet.${name}`),
  ...(['empty', 'begun', 'wrong', 'done'] as const).map((state) => `form.state.${state}`),
  ...stepNames.map((step) => `submission.step.${step}`),
  ...fieldNames.flatMap((name) => [`submission.label.${name}`, `submission.hint.${name}`]),
  ...fieldNames.filter((name) => submissionFields[name].needed).map((name) => `submission.missing.${name}`),
  ...submissionStates.flatMap((state) => [`sending.state.${state}`, `sending.next.${state}`]),
  ...[...english.keys()].filter((key) =>
    /^review\.(?:tab|filter|none|verb|done|field|problem|check\.(?:verdict|criterion))\./.test(key),
  ),
  ...textStandings.map((state) => `translations.state.${state}`),
  ...[...english.keys()].filter((key) => key.startsWith('translations.done.')),
  ...toldVerbs.flatMap((verb) => [`decision.${verb}.subject`, `decision.${verb}.text`]),
  ...['overtaken', 'incomplete', 'failed'].map((why) => `mail.stopped.${why}`),
  ...evidenceLevels.flatMap((level) => [`evidence.level.${level}`, `evidence.because.${level}`]),
  ...['evidence.because.link', 'evidence.because.document', 'history.city', 'history.catalogue'],
  ...(['published', 'revised', 'archived', 'confirmed', 'adopted'] as const).map((kind) => `feed.${kind}`),
  ...[...english.keys()].filter((key) => /^sending\.(?:withdraw|reopen)\./.test(key)),
  ...[...english.keys()].filter((key) =>
    /^(?:vocabulary\.(?:topic|city|group|threads|usage|done|problem)|care\.(?:section|column|problem))\./.test(
      key,
    ),
  ),
  ...[...english.keys()].filter((key) =>
    /^(?:files\.(?:refused|missing)|template\.problem|talk\.suggestion|changes\.file)\./.test(key),
  ),
];

describe.each(locales.filter((locale) => locale !== 'en'))('messages in %s', (locale) => {
  const messages = messagesOf(locale);

  test('none is missing, none is left over, none is empty', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('each takes the arguments of the English one', () => {
    const wrong = [...messages].filter(
      ([key, text]) => String(argumentsOf(text)) !== String(argumentsOf(english.get(key) ?? '')),
    );
    expect(wrong).toEqual([]);
  });
});

test('every message is used somewhere', () => {
  const source = globSync('src/**/*.{ts,tsx}', { exclude: ['src/generated/**'] })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const unused = [...english.keys()].filter((key) => !composed.includes(key) && !source.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

test('plurals follow each language', () => {
  const total = (locale: Locale, count: number) => translatorOf(locale)('listing.total', { count });
  expect([0, 1, 2, 1_234].map((count) => total('en', count))).toEqual([
    'No examples',
    '1 example',
    '2 examples',
    '1,234 examples',
  ]);
  expect(total('fr', 1)).toBe('1 exemple');
  expect(total('sq', 2)).toBe('2 shembuj');
});
