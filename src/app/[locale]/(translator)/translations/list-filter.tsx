import { FormButtons, SubmitButton } from '#components/form/buttons';
import { ChoiceList } from '#components/form/choice-list';
import { Select } from '#components/form/select';
import { TextField } from '#components/form/text-field';
import { textLanguages } from '#domain/text-languages';
import {
  countTranslationRestrictions,
  emptyTranslationFilter,
  serializeTranslationFilter,
  type TranslationFilter,
} from '#domain/translation-filter';
import { languageName, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';
import { translationPaths } from '#i18n/translation-paths';
import { translatorOf } from '#i18n/translator';

/** A form that leads to an address: open where something is chosen. */
export function ListFilter({ locale, filter }: { locale: Locale; filter: TranslationFilter }) {
  const t = translatorOf(locale);
  const count = countTranslationRestrictions(filter);
  const { state } = filter;
  return (
    <details className="queue-filter" open={count > 0}>
      <summary>
        {count > 0 ? t('translations.filter.set', { count }) : t('translations.filter.title')}
      </summary>
      <form method="get" action={translationPaths.list(locale)}>
        {state && <input type="hidden" name="state" value={state} />}
        <div className="queue-fields">
          <TextField {...{ locale }} name="q" label={t('translations.filter.q')} defaultValue={filter.q} />
          <Select
            {...{ locale }}
            empty={t('translations.filter.all')}
            name="language"
            label={t('translations.filter.language')}
            options={sortByName(
              textLanguages.map((code) => ({ value: code, label: languageName(code, locale) })),
              ({ label }) => label,
              locale,
            )}
            defaultValue={filter.language}
          />
          <ChoiceList
            {...{ locale }}
            type="checkbox"
            name="mine"
            label={t('translations.filter.mine')}
            choices={[{ value: '1', label: t('translations.filter.mineChoice') }]}
            chosen={filter.mine ? ['1'] : []}
          />
        </div>
        <FormButtons>
          <SubmitButton quiet>{t('translations.filter.apply')}</SubmitButton>
          {count > 0 && (
            <a
              href={translationPaths.list(
                locale,
                serializeTranslationFilter({ ...emptyTranslationFilter, state }),
              )}
            >
              {t('translations.filter.clear')}
            </a>
          )}
        </FormButtons>
      </form>
    </details>
  );
}
