import type { Content } from '#domain/content';
import type { ContentPractice } from '#domain/content-practice';
import { type PlaceType, placeTypes } from '#domain/practice';
import { randomFrom } from '#tests/bench/random';

type City = Content['vocabulary']['cities'][number];

const countries =
  'GB IT ES PT NO DE FR BE SE NL PL GR TR UA CH AT IE DK FI AL CY RO BG HR RS BA ME MK XK SI HU CZ SK LT LV EE IS LU MT MD GE AM AZ CA US MX JP KR AU IL';
const placeBegins =
  'Var Mon Sør Kal Bel Tor Çel Lim San Ost Brá Née Gra Dun Vel Mir Štr Hav Ros Łom Est Pré Kor Züs';
const placeEnds =
  'ona beck heim ville ès burg ovo stad ëra mark aux grad insk mouth ada fjord ach ino minster';

/** The repository's own content, repeated in other places and years until it is a catalogue of fifty countries. */
export function enlargeContent(content: Content, size: number, cityCount: number, seed = 1): Content {
  const random = randomFrom(seed).next;
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  const oftenFirst = <T>(values: readonly T[]) =>
    values[Math.floor((values.length + 1) ** random() - 1)] as T;
  const cities = enlargeCities(content.vocabulary.cities, cityCount, pick);
  const byCountry = Map.groupBy(cities, ({ country }) => country);
  const sources = content.practices;
  const copies = Array.from({ length: size - sources.length }, (_, i): ContentPractice => {
    const source = pick(sources);
    const country = oftenFirst(countries.split(' '));
    const near = byCountry.get(country) ?? [];
    const number = i % 97 === 0 ? 9 : pick([0, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
    const own = [...new Set(Array.from({ length: number }, () => oftenFirst(near)))];
    const start = 2005 + Math.floor(random() * 21);
    const ongoing = random() < 1 / 6;
    const slug = `${source.slug.slice(0, 100)}-${i}`;
    return {
      ...source,
      id: `gen${String(i).padStart(7, '0')}`,
      slug,
      country,
      cities: own.map(({ id }) => id),
      years: { start, end: ongoing ? null : Math.min(2026, start + pick([0, 0, 1, 2, 4])), ongoing },
      topics: [...new Set([pick(content.vocabulary.topics).id, ...source.topics])].slice(
        0,
        pick([1, 2, 3, 5]),
      ),
      targetGroups: [pick(content.vocabulary.targetGroups).id],
      formerSlugs: [],
      facts: null,
      texts: source.texts.map((text) => ({ ...text, title: titleIn(text.title, own[0]?.names.en, i) })),
    };
  });
  return { ...content, vocabulary: { ...content.vocabulary, cities }, practices: [...sources, ...copies] };
}

/** The title of the copy; now and then one as long as the database takes. */
function titleIn(title: string, city: string | undefined, i: number): string {
  const short = city ? `${title}, ${city}` : title;
  return (i % 61 === 0 ? `${short} ${title} Donaudampfschifffahrtsgesellschaftskapitän` : short).slice(
    0,
    200,
  );
}

function enlargeCities(known: readonly City[], count: number, pick: <T>(values: readonly T[]) => T): City[] {
  const names = placeBegins
    .split(' ')
    .flatMap((begin) => placeEnds.split(' ').flatMap((end) => [`${begin}${end}`, `New ${begin}${end}`]))
    .sort((a, b) => a.length - b.length || a.localeCompare(b, 'en'));
  const codes = countries.split(' ');
  const made = Array.from({ length: count - known.length }, (_, i): City => {
    const country = codes[Math.floor(((i * 7) % 50) * ((i % 3) / 2))] ?? 'GB';
    const placeType: PlaceType = i % 3 === 0 ? pick(placeTypes) : 'city';
    return {
      id: `generated-${i}`,
      ...{ country, placeType, latitude: 36 + ((i * 37) % 280) / 10, longitude: -9 + ((i * 53) % 400) / 10 },
      names: { en: names[(i * 311) % names.length] ?? `Place ${i}` },
      alsoKnownAs: [],
    };
  });
  return [...known, ...made];
}
