import 'server-only';
import type { ImportVocabulary } from '#domain/submission-import';
import { importVocabulary } from '#i18n/import-vocabulary';
import { readChoices } from '#server/catalogue/queries/choices';

/** What filled templates are understood by, as the catalogue knows it now. */
export async function readVocabulary(now: Date): Promise<ImportVocabulary> {
  const [en, fr, sq] = await Promise.all([
    readChoices({ locale: 'en', now }),
    readChoices({ locale: 'fr', now }),
    readChoices({ locale: 'sq', now }),
  ]);
  return importVocabulary({ cities: en.cities, choices: { en, fr, sq } });
}
