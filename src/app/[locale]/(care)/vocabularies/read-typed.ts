import type { VocabularyKind } from '#domain/vocabulary';
import { readEntry, type VocabularyEntry } from '#domain/vocabulary-entry';
import { type Locale, locales } from '#i18n/locales';
import { listNetworks } from '#server/vocabularies/queries/lists';

type Typed = {
  kind: VocabularyKind;
  locale: Locale;
  read: (name: string) => string;
  /** What stands in the entry that is edited. */
  before: VocabularyEntry | null;
};

/** The entry that a form describes, or what is to be corrected. */
export async function readTyped({ kind, locale, read, before }: Typed) {
  const networks = new Set((await listNetworks(locale)).map(({ id }) => id));
  const isNetwork = (id: string) => networks.has(id);
  return readEntry({ kind, read, languages: locales, isNetwork, before });
}
