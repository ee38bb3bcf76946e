import { notFound } from 'next/navigation';
import { isLocale, type Locale } from '#i18n/locales';

/** The interface language of an address; any other is not found. */
export function requireLocale(value: string): Locale {
  if (!isLocale(value)) notFound();
  return value;
}
