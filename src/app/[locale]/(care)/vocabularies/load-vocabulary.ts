import { notFound } from 'next/navigation';
import { isEntryId, type VocabularyKind } from '#domain/vocabulary';
import type { Locale } from '#i18n/locales';
import { requireLocale } from '#i18n/require-locale';
import { findVocabulary } from '#i18n/vocabulary-paths';
import { requireActing } from '#server/accounts/session';
import { readEntryFor, type ShownEntry } from '#server/vocabularies/queries/entry';

/** Only who may look after vocabularies comes further. */
export function requireEditor(locale: Locale, path: string) {
  return requireActing(locale, path, 'editor', 'administrator');
}

/** What the address of a list or an entry names; an address that names nothing is not found. */
export async function readPlace(
  params: Promise<{ locale: string; kind: string }>,
): Promise<{ locale: Locale; kind: VocabularyKind }> {
  const { locale, kind: segment } = await params;
  const kind = findVocabulary(segment);
  if (!kind) notFound();
  return { locale: requireLocale(locale), kind };
}

/** An entry, for who may look after it; otherwise not found. */
export async function loadEntry(kind: VocabularyKind, id: string, locale: Locale): Promise<ShownEntry> {
  const shown = isEntryId(id) ? await readEntryFor(kind, id, locale) : null;
  if (!shown) notFound();
  return shown;
}
