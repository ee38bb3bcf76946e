import { parseFilter, type RawParams } from '#domain/catalogue-filter';
import { listingPath, practicePath } from '#i18n/paths';
import { generateRows } from '#tests/bench/generated-rows';
import { commonWord, rareWord } from '#tests/bench/generated-words';

export type Scenario = {
  name: string;
  path: string;
  /** Name of the bare page it is compared with: its own markup where it is a page. */
  bare: string;
  /** Asks as a reader who has the page already. */
  known?: boolean;
};

const listing = (params: RawParams) => listingPath('en', parseFilter(params));
const twoFilters = listing({ country: 'FR', from: '2015', to: '2018' });

/** What is asked of the running site, each against a bare page. */
export function scenarios(): Scenario[] {
  const [row] = generateRows(1);
  return [
    { name: 'listing', path: listing({}), bare: 'listing' },
    { name: 'listing, 2 filters', path: twoFilters, bare: 'filters' },
    { name: 'listing, rare word', path: listing({ q: rareWord }), bare: 'rare' },
    { name: 'listing, common word', path: listing({ q: commonWord }), bare: 'common' },
    { name: 'record', path: practicePath('en', `example-${row?.id}`), bare: 'record' },
    { name: 'suggestion', path: '/api/suggest?q=in&locale=en', bare: 'filters' },
    { name: '304', path: twoFilters, bare: 'filters', known: true },
  ];
}

/** What is asked of the index alone, from nothing to much. */
export const indexQuestions: Record<string, RawParams> = {
  'no filter': {},
  'one country': { country: 'IT' },
  'country, years': { country: 'FR', from: '2015', to: '2018' },
  'years alone': { from: '2012', to: '2014' },
  'one city': { city: 'city-12' },
  'three cities, a topic': { city: ['city-1', 'city-40', 'city-500'], topic: 'topic-3' },
  'everything chosen': {
    country: ['GB', 'IT', 'ES'],
    topic: ['topic-1', 'topic-2'],
    language: ['en', 'fr'],
    group: ['group-1', 'group-2', 'group-3'],
    place: 'city',
    from: '2008',
    to: '2018',
  },
  'half of all': { topic: ['topic-1', 'topic-2', 'topic-3', 'topic-4', 'topic-5'] },
  'page 400 of a topic': { topic: 'topic-1', page: '400' },
};
