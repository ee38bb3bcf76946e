import type { FacetRow } from '#domain/facet-index';
import { placeTypes } from '#domain/practice';

const countryCount = 55;
const topicCount = 21;
const languages = ['en', 'fr', 'es', 'de', 'it', 'pt', 'pl', 'nl', 'sv', 'sq', 'uk', 'el', 'tr', 'ar', 'no'];
const groupCount = 14;
const cities = Array.from({ length: 800 }, (_, i) => ({
  id: `city-${i}`,
  place: placeTypes[i % 10 < 6 ? 0 : i % placeTypes.length] ?? 'city',
  network: i % 3 === 0 ? `network-${i % 9}` : null,
}));

/**
 * Practices as a large catalogue might have them, the same for the same seed: few countries and languages with many,
 * 800 cities with none to nine a practice, periods from 2005 on, one in six still going on.
 */
export function* generateRows(count: number, seed = 1): Generator<FacetRow> {
  const random = randomFrom(seed);
  const pick = (values: number) => Math.floor(random() * values);
  const oftenFirst = (values: number) => Math.floor((values + 1) ** random() - 1);
  const several = (most: number, make: () => string) => [
    ...new Set(Array.from({ length: 1 + pick(most) }, make)),
  ];
  for (let i = 0; i < count; i += 1) {
    const start = 2005 + pick(21);
    const ongoing = random() < 1 / 6;
    const own = Array.from({ length: cityNumber(random()) }, () => cities[oftenFirst(800)] ?? cities[0]);
    const of = [...new Set(own)].filter((city) => city !== undefined);
    yield {
      id: idOf(i, seed),
      years: { start, end: ongoing ? null : Math.min(2026, start + oftenFirst(8)), ongoing },
      facets: {
        country: [countryCode(oftenFirst(countryCount))],
        city: of.map(({ id }) => id),
        topic: several(4, () => `topic-${pick(topicCount)}`),
        language: several(3, () => languages[oftenFirst(languages.length)] ?? 'en'),
        group: several(3, () => `group-${pick(groupCount)}`),
        place: [...new Set(of.map(({ place }) => place))],
        network: [...new Set(of.flatMap(({ network }) => network ?? []))],
      },
    };
  }
}

/** The code of the country that is the `rank`th most frequent: two capitals. */
function countryCode(rank: number): string {
  return String.fromCharCode(65 + Math.floor(rank / 26), 65 + (rank % 26));
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

/** Numbers between 0 and 1 that look random and are the same each time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
