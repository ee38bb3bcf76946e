import type { Metadata } from 'next';
import { titleWithErrors } from '#components/form/error-summary';
import type { Locale } from '#i18n/locales';

/** Title of a page about accounts; it says first that something is to be corrected. No search engine lists it. */
export function formMetadata(locale: Locale, title: string, hasErrors: boolean): Metadata {
  return { title: titleWithErrors(title, hasErrors, locale), robots: { index: false, follow: false } };
}
