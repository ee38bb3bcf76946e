import { countryName } from '#domain/countries';
import { isEmpty } from '#domain/submission-check';
import { type DraftFields, fieldsOf, type StepName } from '#domain/submission-fields';
import { parseYears } from '#domain/years';
import { formatList, formatYears } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { firstWords } from '#lib/plain-text';

const longest = 70;

/** What stands in a step, in one line: "Portugal · 9 cities · 2019–2021". */
export function stepDigest(step: StepName, fields: DraftFields, files: number, locale: Locale): string {
  const t = translatorOf(locale);
  switch (step) {
    case 'place':
      return joined([
        countryName(fields.country, locale),
        fields.cities.length > 0 ? t('submission.digest.cities', { count: fields.cities.length }) : '',
        yearsDigest(fields.years, locale),
      ]);
    case 'story':
      return (
        firstWords(fields.title, longest) || labelsOf(['purpose', 'rationale', 'process', 'impact'], locale)
      );
    case 'repeat':
      return labelsOf(
        fieldsOf('repeat').filter((name) => !isEmpty(fields[name])),
        locale,
      );
    case 'topics':
      return joined([
        fields.topics.length > 0 ? t('submission.digest.topics', { count: fields.topics.length }) : '',
        firstWords(fields.contactName, longest),
      ]);
    case 'files':
      return files > 0 ? t('submission.digest.files', { count: files }) : '';
    case 'send':
      return '';
  }
}

function yearsDigest(text: string, locale: Locale): string {
  const read = parseYears(text);
  return read.ok ? (formatYears(read.years, locale) ?? '') : '';
}

function labelsOf(names: readonly (keyof DraftFields)[], locale: Locale): string {
  const labels = names.map((name) => translatorOf(locale)(`submission.label.${name}`));
  return firstWords(formatList(labels, locale, 'unit'), longest);
}

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}
