import 'server-only';
import { eld } from 'eld/small';
import { type DraftFields, fieldNames, submissionFields } from '#domain/submission-fields';
import { textLanguages } from '#domain/text-languages';
import { plainText } from '#lib/plain-text';

/** Of less than this, languages that are close cannot be told apart. */
const shortest = 40;
const looksAt = 4_000;

/** The language that an example seems to be written in; null where that is not clear. A suggestion, never more. */
export function suggestLanguage(fields: DraftFields): string | null {
  const texts = fieldNames
    .filter((name) => ['text', 'markdown'].includes(submissionFields[name].kind) || name === 'title')
    .map((name) => fields[name])
    .filter((value) => typeof value === 'string' && value !== '');
  const written = plainText(texts.join('\n\n').slice(0, looksAt));
  if (written.length < shortest) return null;
  const found = eld.detect(written);
  return found.isReliable() && textLanguages.includes(found.language) ? found.language : null;
}
