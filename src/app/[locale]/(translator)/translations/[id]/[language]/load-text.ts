import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { TextFields, type TextName, textNames } from '#domain/translation';
import { checkTranslation, partsOf, type TextProblem } from '#domain/translation-check';
import type { Locale } from '#i18n/locales';
import { translationPaths } from '#i18n/translation-paths';
import { drawId } from '#lib/draw-id';
import { type FormValues, firstValue } from '#lib/form-values';
import { requireActing, requirePerson } from '#server/accounts/session';
import { readParkedForm } from '#server/forms/queries';
import { readText, type TextPage } from '#server/translations/queries/text';
import { guard } from '../../../../guard';

/** Everything that the page of a translation shows. */
export type TextView = TextPage & {
  locale: Locale;
  path: string;
  now: Date;
  /** Parts that stand on the page, in reading order. */
  parts: readonly TextName[];
  /** What stands in the form: what is saved, or what came back after a sign-in. */
  shown: TextFields;
  /** Parts that came back and are not saved. */
  unsaved: readonly TextName[];
  /** Of the form: the version it shows, the window it is, and how often that has sent something. */
  base: string;
  page: string;
  turn: string;
  problems: readonly TextProblem[];
  /** A reason that came back, with what is to be corrected about it. */
  reason: { text: string; problem: string } | null;
};

/**
 * One language of a practice as the person who is signed in may see it, read once a request. Everyone else signs in first;
 * where there is nothing for them, it is not found. `check`: what is needed to hand it in is said as well. `form`: a form
 * that was parked, to be shown again.
 */
export const loadText = cache(
  async (locale: Locale, id: string, language: string, check: boolean, form: string): Promise<TextView> => {
    const path = translationPaths.text(locale, encodeURIComponent(id), encodeURIComponent(language));
    const now = new Date();
    const { text, parked } = await guard(locale, async () => {
      const comesBackTo = form ? `${path}?${new URLSearchParams({ form })}` : path;
      const { actor } = await requirePerson(locale, comesBackTo);
      const text = await readText({ actor, practiceId: id, language, locale });
      // An editor without a second factor is led to it.
      if (!text && actor.roles.includes('editor')) await requireActing(locale, comesBackTo, 'editor');
      return { text, parked: form ? await readParkedForm(form, path, now) : null };
    });
    if (!text) notFound();
    const saved = text.fields ?? TextFields.parse({});
    const { shown, unsaved } = withParked(saved, text.may.has('write') ? parked?.values : undefined);
    const parts = partsShown(text, saved);
    return {
      ...{ ...text, locale, path, now, parts, shown, unsaved },
      base: valueIn(parked?.values, 'base') || String(text.translation?.version ?? 0),
      page: valueIn(parked?.values, 'page') || drawId(),
      turn: valueIn(parked?.values, 'turn') || '0',
      problems: check && text.may.has('write') ? checkTranslation(shown, text.original.fields) : [],
      reason: parked && {
        text: valueIn(parked.values, 'because'),
        problem: parked.errors.because ?? '',
      },
    };
  },
);

/** Those of the original; and what readers still see of it, where it has lost some. */
function partsShown({ original, state }: TextPage, saved: TextFields): TextName[] {
  const present = partsOf(original.fields);
  const isRead = state === 'approved' || state === 'outdated';
  return textNames.filter((name) => present.includes(name) || (isRead && saved[name].trim() !== ''));
}

function withParked(saved: TextFields, values: FormValues | undefined) {
  const typed = textNames.flatMap((name) =>
    values?.has(name) ? [[name, firstValue(values, name)] as const] : [],
  );
  const shown = TextFields.parse({ ...saved, ...Object.fromEntries(typed) });
  return { shown, unsaved: textNames.filter((name) => shown[name] !== saved[name]) };
}

function valueIn(values: FormValues | undefined, name: string): string {
  return values ? firstValue(values, name) : '';
}
