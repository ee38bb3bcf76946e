import 'server-only';
import type { VocabularyKind } from '#domain/vocabulary';
import type { VocabularyEntry } from '#domain/vocabulary-entry';
import { defaultLocale, type Locale } from '#i18n/locales';
import { database } from '#server/platform/db';
import { findEntry, seenOf } from '#server/vocabularies/select';

/** An entry as a page shows it. */
export type ShownEntry = { id: string; entry: VocabularyEntry; name: string; seen: string };

/** An entry with its name in the reader's language, and what its form says it showed; null where there is none. */
export async function readEntryFor(
  kind: VocabularyKind,
  id: string,
  locale: Locale,
): Promise<ShownEntry | null> {
  const entry = await findEntry(database(), kind, id);
  const name = entry?.names[locale] ?? entry?.names[defaultLocale] ?? id;
  return entry && { id, entry, name, seen: seenOf(entry) };
}
