import { countryName } from '#domain/countries';
import { type PracticeRecord, sectionNames } from '#domain/practice';
import { formatList, formatYears, languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

type Item = { key: string; label: string };

/** A part of a practice under the name that its page gives it: a text, or a list of facts that say the same by the same key. */
export type PracticePart = { name: string; label: string } & ({ text: string } | { items: readonly Item[] });

/** All that readers see of a practice, part by part, in the order of its page. Every practice has the same parts. */
export function practiceParts(practice: PracticeRecord, locale: Locale): PracticePart[] {
  const t = translatorOf(locale);
  const textOf = (name: string) => practice.sections.find((section) => section.name === name)?.markdown ?? '';
  return [
    { name: 'title', label: t('submission.label.title'), text: practice.title },
    { name: 'summary', label: t('submission.label.summary'), text: summaryOf(practice) },
    ...sectionNames.map((name) => ({ name, label: t(`section.${name}`), text: textOf(name) })),
    ...factsOf(practice, locale),
  ];
}

/** An excerpt shows none: its list takes the first words of the text. */
function summaryOf({ provenance, summary }: PracticeRecord): string {
  return provenance === 'programme_excerpt' ? '' : summary;
}

function factsOf(practice: PracticeRecord, locale: Locale): PracticePart[] {
  const t = translatorOf(locale);
  const { country, cities, years, topics, targetGroups, languages, canonicalUrl, website, contact, files } =
    practice;
  const span = formatYears(years, locale) ?? t('years.unknown');
  const evidence = t(`evidence.level.${practice.evidence.level}`);
  return [
    fact('country', t('practice.country'), [[country, countryName(country, locale)]]),
    fact(
      'cities',
      t('practice.cities', { count: 2 }),
      cities.map(({ id, name }) => [id, name]),
    ),
    fact('years', t('practice.years'), [[span, span]]),
    fact(
      'topics',
      t('practice.topics', { count: 2 }),
      topics.map(({ id, name }) => [id, name]),
    ),
    fact(
      'targetGroups',
      t('submission.label.targetGroups'),
      targetGroups.map(({ id, name }) => [id, name]),
    ),
    fact(
      'languages',
      t('practice.languages'),
      languages.map((code) => [code, languageName(code, locale)]),
    ),
    fact('source', t('practice.source'), canonicalUrl ? [[canonicalUrl, canonicalUrl]] : []),
    fact('website', t('practice.website'), website ? [[website, website]] : []),
    fact('contact', t('practice.contact'), contact ? [contactOf(contact, locale)] : []),
    fact('evidenceLevel', t('evidence.title'), [[evidence, evidence]]),
    fact(
      'files',
      t('submission.step.files'),
      files.map(({ kind, title, alt, name }) => {
        const label = (kind === 'image' ? alt : title) || name;
        return [`${kind} ${label}`, label];
      }),
    ),
  ];
}

function fact(name: string, label: string, items: (readonly [key: string, label: string])[]): PracticePart {
  return { name, label, items: items.map(([key, shown]) => ({ key, label: shown })) };
}

function contactOf(
  { name, office, email }: NonNullable<PracticeRecord['contact']>,
  locale: Locale,
): [string, string] {
  const label = formatList([name, office, email].filter(Boolean), locale, 'unit');
  return [label, label];
}
