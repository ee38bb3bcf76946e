import type { SelectOption } from '#components/form/select';
import { countryCodes, countryName } from '#domain/countries';
import { textLanguages } from '#domain/text-languages';
import { languageName, sortByName } from '#i18n/format';
import type { Locale } from '#i18n/locales';

/** What may be chosen, in the reader's order; what was chosen and is not known stands there as it is. */
export function optionsOf(field: 'country' | 'language', chosen: string, locale: Locale): SelectOption[] {
  const codes = field === 'country' ? countryCodes : textLanguages;
  const nameOf = field === 'country' ? countryName : languageInBoth;
  const named = codes.map((value) => ({ value, label: nameOf(value, locale) }));
  const options = sortByName(named, ({ label }) => label, locale);
  const isUnknown = chosen !== '' && !codes.includes(chosen);
  return isUnknown ? [{ value: chosen, label: chosen }, ...options] : options;
}

/** "Portuguese (português)": who writes in a language knows its own name for it. */
function languageInBoth(code: string, locale: Locale): string {
  const name = languageName(code, locale);
  const own = languageName(code, code);
  return own.toLowerCase() === name.toLowerCase() ? name : `${name} (${own})`;
}
