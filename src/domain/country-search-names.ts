import { countryCodes } from '#domain/countries';

export type CountrySearchName = { country: string; language: string; name: string };

/** Languages whose names of countries people search by: the interface's, those of member cities and of many who moved there, and their neighbours'. */
const languages =
  'ar be bg bs ca cs da de el en es et fa fi fr ga he hr hu is it ja ka ko lt lv mk mt nb nl pl pt ro ru sk sl so sq sr sv ti tr uk ur zh'.split(
    ' ',
  );

/** What people say beside the names that Intl knows: older, shorter and wider ones, and parts that stand for the whole. */
const alsoKnownAs: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  AE: { en: ['Emirates', 'UAE'], fr: ['Émirats'], sq: ['Emiratet'], ar: ['الإمارات'] },
  BA: { en: ['Bosnia'], fr: ['Bosnie'], sq: ['Bosnjë'], ar: ['البوسنة'] },
  BY: { en: ['Byelorussia'], fr: ['Biélorussie'], sq: ['Bjellorusia'] },
  CH: { sq: ['Zvicra'] },
  CI: { en: ['Ivory Coast'], sq: ['Bregu i Fildishtë'], ar: ['ساحل العاج'] },
  CZ: {
    en: ['Czech Republic'],
    fr: ['République tchèque'],
    sq: ['Republika Çeke'],
    ar: ['التشيك', 'جمهورية التشيك'],
  },
  DK: { ar: ['الدانمارك'] },
  GB: {
    en: ['Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
    fr: ['Grande-Bretagne', 'Angleterre', 'Écosse', 'Pays de Galles'],
    sq: ['Britania e Madhe', 'Britani', 'Angli', 'Skoci', 'Uells'],
    ar: ['بريطانيا', 'بريطانيا العظمى', 'إنجلترا', 'إنكلترا', 'اسكتلندا', 'ويلز'],
  },
  IE: { en: ['Republic of Ireland'], fr: ['République d’Irlande'] },
  KR: { en: ['Korea'], fr: ['Corée'], sq: ['Kore'], ar: ['كوريا'] },
  LU: { ar: ['لكسمبورغ', 'لوكسمبرغ'] },
  MD: { en: ['Moldavia'], fr: ['Moldavie'], sq: ['Moldovë'], ar: ['مولدافيا', 'مولدوفا'] },
  ME: { ar: ['مونتينيغرو'] },
  MK: {
    en: ['Macedonia'],
    fr: ['Macédoine'],
    sq: ['Maqedoni'],
    ar: ['مقدونيا'],
  },
  MM: { en: ['Burma'], fr: ['Birmanie'], sq: ['Birmani'], ar: ['بورما'] },
  MT: { ar: ['مالطة'] },
  NL: { en: ['Holland'], fr: ['Hollande'], sq: ['Hollandë', 'Vendet e Ulëta'], ar: ['الأراضي المنخفضة'] },
  NZ: { ar: ['نيوزيلاندا'] },
  PS: { en: ['Palestine'], fr: ['Palestine'], sq: ['Palestinë'], ar: ['فلسطين'] },
  RU: { en: ['Russian Federation'], fr: ['Fédération de Russie'], ar: ['روسيا الاتحادية'] },
  SY: { ar: ['سورية'] },
  TR: { en: ['Turkey'] },
  US: {
    en: ['USA', 'United States of America', 'America'],
    fr: ['USA', 'États-Unis d’Amérique', 'Amérique'],
    sq: ['Amerikë'],
    ar: ['أمريكا', 'أميركا', 'الولايات المتحدة الأمريكية'],
  },
  VA: { en: ['Vatican'], fr: ['Vatican'], sq: ['Vatikani'], ar: ['الفاتيكان'] },
  XK: { ar: ['كوسوفا'] },
};

/** Every name a country is searched by, in the order of their code points. */
export function countrySearchNames(): CountrySearchName[] {
  const spoken = languages.flatMap((language) => (['long', 'short'] as const).flatMap(namesIn(language)));
  const others = Object.entries(alsoKnownAs).flatMap(([country, byLanguage]) =>
    Object.entries(byLanguage).flatMap(([language, names]) =>
      names.map((name) => ({ country, language, name })),
    ),
  );
  const named = [...spoken, ...others];
  const byText = new Map(
    [...named, ...named.flatMap(withAlbanianArticle)].map((row) => [Object.values(row).join(' '), row]),
  );
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Albanian puts its article at the end of the word, and people type countries with it: Spanjë is Spanja, Gjermani is Gjermania. */
function withAlbanianArticle({ language, name, country }: CountrySearchName): CountrySearchName[] {
  if (language !== 'sq' || !/^\p{Lu}\p{Ll}+[ëi]$/u.test(name)) return [];
  return [{ country, language, name: name.replace(/ë$/u, 'a').replace(/i$/u, 'ia') }];
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
