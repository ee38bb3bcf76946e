import { countryCodes, countryName } from '#domain/countries';
import { fieldNames, stepNames } from '#domain/submission-fields';
import type { ImportVocabulary } from '#domain/submission-import';
import { textLanguages } from '#domain/text-languages';
import { languageName } from '#i18n/format';
import { type Locale, locales } from '#i18n/locales';
import { type TemplateChoices, templateHints, templateIntro } from '#i18n/submission-template';
import { translatorOf } from '#i18n/translator';
import { foldText } from '#lib/fold-text';

type Known = {
  cities: readonly { id: string; name: string; country: string; also: readonly string[] }[];
  /** What may be ticked, by its names in each language of the interface. */
  choices: readonly TemplateChoices[];
};

/** What a filled template is understood by: a template may be in any language of the interface, and names in any as well. */
export function importVocabulary({ cities, choices }: Known): ImportVocabulary {
  const inAll = <T>(make: (locale: Locale) => readonly T[]) => locales.flatMap(make);
  return {
    fields: new Map(inAll((locale) => fieldNames.map((name) => [labelOf(locale, name), name] as const))),
    groups: new Set(
      inAll((locale) => {
        const t = translatorOf(locale);
        return [t('template.title'), ...stepNames.map((step) => t(`submission.step.${step}`))].map(foldText);
      }),
    ),
    hints: new Set(inAll((locale) => hintsIn(locale))),
    countries: new Map(
      inAll((locale) => countryCodes.map((code) => [foldText(countryName(code, locale)), code] as const)),
    ),
    languages: languageNames(),
    cities: citiesByName(cities),
    topics: namesOf('topics', choices),
    targetGroups: namesOf('targetGroups', choices),
  };
}

function labelOf(locale: Locale, name: (typeof fieldNames)[number]): string {
  return foldText(translatorOf(locale)(`submission.label.${name}`));
}

function hintsIn(locale: Locale): string[] {
  const hints = fieldNames.map((name) => templateHints(name, locale).join(' ')).filter((hint) => hint !== '');
  return [...templateIntro(locale), ...hints].map(foldText);
}

/** A language by its code, its own name, and its names in the languages of the interface. */
function languageNames(): Map<string, string> {
  return new Map(
    textLanguages.flatMap((code) =>
      [code, ...[code, ...locales].map((locale) => languageName(code, locale))].map(
        (name) => [foldText(name), code] as const,
      ),
    ),
  );
}

function citiesByName(cities: Known['cities']): ImportVocabulary['cities'] {
  const byName = new Map<string, { id: string; country: string }[]>();
  for (const { id, country, name, also } of cities)
    for (const folded of new Set([name, ...also].map(foldText)))
      byName.set(folded, [...(byName.get(folded) ?? []), { id, country }]);
  return byName;
}

function namesOf(kind: 'topics' | 'targetGroups', choices: Known['choices']): Map<string, string> {
  return new Map(
    choices.flatMap((named) => named[kind].map(({ id, name }) => [foldText(name), id] as const)),
  );
}
