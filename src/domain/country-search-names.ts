import { countryCodes } from '#domain/countries';

export type CountrySearchName = { country: string; language: string; name: string };

/** Languages whose names of countries people search by: the interface's, those of member cities and of many who moved there, and their neighbours'. */
const languages =
  'ar be bg bs ca cs da de el en es et fa fi fr ga he hr hu is it ja ka ko lt lv mk mt nb nl pl pt ro ru sk sl so sq sr sv ti tr uk ur zh'.split(
    ' ',
  );

/** What people say beside the names that Intl knows. */
const alsoKnownAs: Readonly<Record<string, readonly string[]>> = {
  CZ: ['Czech Republic', 'République tchèque'],
  GB: [
    'Great Britain',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Grande-Bretagne',
    'Angleterre',
    'Angli',
    'Skoci',
  ],
  NL: ['Holland', 'Hollande'],
  MK: ['Macedonia'],
  TR: ['Turkey'],
  US: ['USA', 'United States of America'],
};

/** Every name a country is searched by, in the order of their code points. `und` stands for no language in particular. */
export function countrySearchNames(): CountrySearchName[] {
  const spoken = languages.flatMap((language) => (['long', 'short'] as const).flatMap(namesIn(language)));
  const others = Object.entries(alsoKnownAs).flatMap(([country, names]) =>
    names.map((name) => ({ country, language: 'und', name })),
  );
  const byText = new Map([...spoken, ...others].map((row) => [Object.values(row).join(' '), row]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function namesIn(language: string) {
  return (style: 'long' | 'short'): CountrySearchName[] => {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    return countryCodes.flatMap((country) => {
      const name = names.of(country);
      return name ? [{ country, language, name }] : [];
    });
  };
}
