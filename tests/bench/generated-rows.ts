import type { FacetRow } from '#domain/facet-index';
import { type PlaceType, placeTypes } from '#domain/practice';
import { type Random, randomFrom } from '#tests/bench/random';

/** From the country with most practices to the one with fewest, as all lists here. */
const countries = [
  ...[
    'GB',
    'IT',
    'ES',
    'FR',
    'DE',
    'NO',
    'PT',
    'CH',
    'UA',
    'SE',
    'PL',
    'BE',
    'IE',
    'NL',
    'GR',
    'DK',
    'FI',
    'AT',
  ],
  ...[
    'CY',
    'RO',
    'HU',
    'CZ',
    'IS',
    'LU',
    'MT',
    'SI',
    'HR',
    'RS',
    'BA',
    'ME',
    'MK',
    'AL',
    'XK',
    'BG',
    'SK',
    'LT',
  ],
  ...[
    'LV',
    'EE',
    'MD',
    'GE',
    'AM',
    'AZ',
    'TR',
    'IL',
    'MA',
    'TN',
    'JO',
    'CA',
    'US',
    'MX',
    'AU',
    'NZ',
    'JP',
    'KR',
    'BR',
  ],
];
export const languages = [
  'en',
  'fr',
  'es',
  'de',
  'it',
  'pt',
  'pl',
  'nl',
  'sv',
  'sq',
  'uk',
  'el',
  'tr',
  'ar',
  'no',
];
export const topics = Array.from({ length: 21 }, (_, i) => `topic-${i}`);
export const groups = Array.from({ length: 14 }, (_, i) => `group-${i}`);
export const networks = Array.from({ length: 9 }, (_, i) => `network-${i}`);
export const cities = makeCities(800, randomFrom(7));

type GeneratedCity = { id: string; country: string; place: PlaceType; network: string | null };

/**
 * Practices as a large catalogue might have them, the same for the same seed: few countries and languages with many,
 * 800 cities with none to nine a practice, periods from 2005 on, one in six still going on.
 */
export function* generateRows(count: number, seed = 1): Generator<FacetRow> {
  const random = randomFrom(seed);
  for (let i = 0; i < count; i += 1) {
    const start = 2005 + random.below(21);
    const ongoing = random.next() < 1 / 6;
    const of = some(cityNumber(random.next()), () => cities[random.oftenFirst(800)] ?? cities[0]);
    const country = of[0]?.country ?? countries[random.oftenFirst(countries.length)] ?? 'GB';
    yield {
      id: idOf(i, seed),
      years: { start, end: ongoing ? null : Math.min(2026, start + random.oftenFirst(8)), ongoing },
      facets: {
        country: [country],
        city: of.map(({ id }) => id),
        topic: some(1 + random.below(4), () => topics[random.below(topics.length)]),
        language: some(
          1 + random.below(1 + random.below(3)),
          () => languages[random.oftenFirst(languages.length)],
        ),
        group: some(1 + random.below(3), () => groups[random.below(groups.length)]),
        place: [...new Set(of.map(({ place }) => place))],
        network: [...new Set(of.flatMap(({ network }) => network ?? []))],
      },
    };
  }
}

/** Six in ten are cities, a third belongs to a network. */
function makeCities(count: number, random: Random): GeneratedCity[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `city-${i}`,
    country: countries[random.oftenFirst(countries.length)] ?? 'GB',
    place: placeTypes[i % 10 < 6 ? 0 : i % placeTypes.length] ?? 'city',
    network: i % 3 === 0 ? (networks[i % networks.length] ?? null) : null,
  }));
}

/** Up to so many values, each once. */
function some<T>(most: number, make: () => T | undefined): T[] {
  const values = Array.from({ length: most }, make).filter((value) => value !== undefined);
  return [...new Set(values)];
}

/** Spread over all ids, as random ones are, and never the same twice. */
function idOf(place: number, seed: number): string {
  return ((place * 2_654_435_761 * 97 + seed * 7_919) % 36 ** 10).toString(36).padStart(10, '0');
}

/** A tenth has none, most have one, few have up to nine: 1.6 on average. */
function cityNumber(chance: number): number {
  if (chance < 0.1) return 0;
  if (chance < 0.7) return 1;
  return chance < 0.9 ? 2 : 3 + Math.floor((chance - 0.9) * 69.9);
}
