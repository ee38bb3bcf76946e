import { countryName } from '#domain/countries';
import { isEmpty } from '#domain/submission-check';
import {
  type DraftFields,
  type FieldName,
  fieldsOf,
  stepNames,
  submissionFields,
} from '#domain/submission-fields';
import { languageName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What something that was chosen is called: a city, a topic, a group. */
export type NameOf = (field: FieldName, id: string) => string;

/** What was written, as a text to read and keep: a heading for each field, in the order of the form. */
export function submissionMarkdown(fields: DraftFields, locale: Locale, nameOf: NameOf): string {
  const t = translatorOf(locale);
  const parts = stepNames.flatMap((step) =>
    fieldsOf(step)
      .filter((name) => name !== 'title' && !isEmpty(fields[name]))
      .map((name) => {
        const value = fields[name];
        const text =
          typeof value === 'string'
            ? lineOf(name, value.trim(), locale)
            : value.map((id) => `- ${nameOf(name, id)}`).join('\n');
        // Headings in a long text stand below the one above them.
        const isLong = submissionFields[name].kind === 'markdown';
        return `## ${t(`submission.label.${name}`)}\n\n${isLong ? lowerHeadings(text) : text}`;
      }),
  );
  return `${[`# ${fields.title.trim() || t('sending.untitled')}`, ...parts].join('\n\n')}\n`;
}

/** What was chosen in words, what was typed as it is. */
function lineOf(name: FieldName, value: string, locale: Locale): string {
  const t = translatorOf(locale);
  switch (name) {
    case 'country':
      return countryName(value, locale);
    case 'language':
      return languageName(value, locale);
    case 'contactPublic':
      return t('review.facts.shown');
    case 'agreed':
      return t('review.facts.agreed');
    default:
      return value;
  }
}

function lowerHeadings(text: string): string {
  return text.replace(/^#{1,2}(?= )/gm, '###');
}
