import { isEmpty } from '#domain/submission-check';
import { type DraftFields, fieldsOf, stepNames, submissionFields } from '#domain/submission-fields';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** What was written, as a text to read and keep: a heading for each field, in the order of the form. */
export function submissionMarkdown(fields: DraftFields, locale: Locale): string {
  const t = translatorOf(locale);
  const parts = stepNames.flatMap((step) =>
    fieldsOf(step)
      .filter((name) => name !== 'title' && !isEmpty(fields[name]))
      .map((name) => {
        const value = fields[name];
        const text = typeof value === 'string' ? value.trim() : value.map((id) => `- ${id}`).join('\n');
        // Headings in a long text stand below the one above them.
        const isLong = submissionFields[name].kind === 'markdown';
        return `## ${t(`submission.label.${name}`)}\n\n${isLong ? lowerHeadings(text) : text}`;
      }),
  );
  return `${[`# ${fields.title.trim() || t('sending.untitled')}`, ...parts].join('\n\n')}\n`;
}

function lowerHeadings(text: string): string {
  return text.replace(/^#{1,2}(?= )/gm, '###');
}
