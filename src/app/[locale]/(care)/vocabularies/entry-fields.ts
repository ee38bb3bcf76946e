import type { VocabularyKind } from '#domain/vocabulary';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { entryFieldLabel, entryValueText } from '#i18n/vocabulary-text';

/** What a field of the form needs, by its name. */
export type FieldOf = (name: string) => {
  locale: Locale;
  name: string;
  label: string;
  error: string | undefined;
  /** What stands there now, where that is not what was typed. */
  note: string | undefined;
  defaultValue: string;
};

type Shown = {
  locale: Locale;
  kind: VocabularyKind;
  /** The first value of a field, as it was typed or stands. */
  value: (name: string) => string;
  /** What stands there now, where the form says it differs. */
  now?: ((name: string) => string) | undefined;
  problems: readonly { name: string; text: string }[];
  networks: readonly { id: string; name: string }[];
};

/** Fields that show some values, with what is to be corrected and what differs from what is stored. */
export function fieldsOf({ locale, kind, value, now, problems, networks }: Shown): FieldOf {
  const t = translatorOf(locale);
  const noteOf = (name: string) => {
    const stored = now?.(name);
    if (stored === undefined || stored === value(name).replaceAll('\r\n', '\n')) return undefined;
    const text = networks.find(({ id }) => id === stored)?.name ?? entryValueText(locale, name, stored);
    return stored === '' ? t('vocabulary.nothingNow') : t('vocabulary.now', { text });
  };
  return (name) => ({
    ...{ locale, name, label: entryFieldLabel(locale, kind, name) },
    error: problems.find((problem) => problem.name === name)?.text,
    note: noteOf(name),
    defaultValue: value(name),
  });
}
