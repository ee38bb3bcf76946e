import { criteria, noteLimit } from '#domain/review-criteria';
import type { Locale } from '#i18n/locales';
import { isTalkField } from '#i18n/talk-paths';
import { translatorOf } from '#i18n/translator';
import type { FormValues } from '#lib/form-values';
import type { Review } from '#server/review/queries/submission';

/** A form of the page that came back, with what is to be corrected by the name of the field. */
export type Returned = { values: FormValues; errors: Readonly<Record<string, string>> };

export type ReviewView = { locale: Locale; review: Review; now: Date; returned: Returned | null };

/** What is to be corrected, in the order of the page. */
export function listProblems({ locale, review, returned }: ReviewView): { name: string; text: string }[] {
  const errors = returned?.errors ?? {};
  const t = translatorOf(locale);
  const texts: Record<string, string> = {
    'dueOn due': t('review.due.problem'),
    'cities unknown-place': t('review.places.unknown'),
    'cities changed-meanwhile': t('review.places.meanwhile'),
  };
  for (const one of criteria) {
    const criterion = t(`review.check.criterion.${one}`);
    const by = review.checks.written.get(one)?.by ?? '';
    const name = review.names.get(by) ?? '';
    texts[`${one}-verdict meanwhile`] = t('review.check.meanwhile', { name, criterion });
    texts[`${one}-note why`] = t('review.check.why', { criterion });
    texts[`${one}-note long`] = t('review.check.long', { criterion, limit: noteLimit });
  }
  return Object.entries(errors).flatMap(([name, code]) => {
    // What is wrong with a comment is kept as a sentence.
    const text = texts[`${name} ${code}`] ?? (isTalkField(name) ? code : undefined);
    return text ? [{ name, text }] : [];
  });
}

/** What to do about one field, where there is something. */
export function problemOf(view: ReviewView, name: string): string | undefined {
  return listProblems(view).find((problem) => problem.name === name)?.text;
}
