import { type TextName, textNames } from '#domain/translation';
import type { Locale } from '#i18n/locales';
import { textPartLabel } from '#i18n/text-part';
import type { FormValues } from '#lib/form-values';

/** The parts of a translation that a form holds; whatever else it holds is not looked at. */
export function readTexts(values: FormValues): Map<TextName, string> {
  return new Map(
    textNames.flatMap((name) => {
      const text = values.get(name)?.at(-1);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** What its parts are called, for a form that is given back. */
export function textLabels(locale: Locale): Record<string, string> {
  return Object.fromEntries(textNames.map((name) => [name, textPartLabel(name, locale)]));
}
