import type { FieldName } from '#domain/submission-fields';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';

/** The hint of a field; some need none. */
export function fieldHint(name: FieldName, locale: Locale): string | undefined {
  const t = translatorOf(locale);
  return name === 'country' || name === 'contactOffice' || name === 'contactPublic' || name === 'agreed'
    ? undefined
    : t(`submission.hint.${name}`);
}
