import 'server-only';
import type { ImportVocabulary } from '#domain/submission-import';
import { importVocabulary } from '#i18n/import-vocabulary';
import { locales } from '#i18n/locales';
import { readChoices } from '#server/catalogue/queries/choices';

/** What filled templates are understood by, as the catalogue knows it now. */
export async function readVocabulary(now: Date): Promise<ImportVocabulary> {
  const choices = await Promise.all(locales.map((locale) => readChoices({ locale, now })));
  // Each list of cities has all their names.
  return importVocabulary({ cities: choices[0]?.cities ?? [], choices });
}
