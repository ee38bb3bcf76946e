import type { ContentFile } from '#domain/content-file';

const vocabularies: Record<string, unknown> = {
  'topics.json': [
    { id: 'roma', thread: 1, names: { en: 'Roma', fr: 'Roms' } },
    { id: 'refugees', thread: 2, names: { en: 'Refugees' } },
  ],
  'target-groups.json': [{ id: 'newcomers', names: { en: 'Newcomers' } }],
  'networks.json': [{ id: 'rpci', names: { en: 'Portuguese network' } }],
  'cities.json': [
    city('turin', 'IT', 'Turin', {
      names: { en: 'Turin', it: 'Torino' },
      alsoKnownAs: ['Augusta Taurinorum'],
    }),
    city('palermo', 'IT', 'Palermo'),
    city('lisbon', 'PT', 'Lisbon', { network: 'rpci' }),
  ],
  'meanings.json': [{ id: 'library', words: { en: ['library'], fr: ['bibliothèque'] } }],
};

function city(id: string, country: string, name: string, more: object = {}): object {
  const place = { placeType: 'city', latitude: 45.1, longitude: 7.7, names: { en: name } };
  return { id, country, ...place, ...more };
}

const purpose =
  'The city brings neighbours of every faith together in the courtyards of its mosques. They eat, talk and ask what they ' +
  'have long wanted to ask. Whoever lives in Turin may come.';

/** The fields of an original that holds. A field set to null is left out. */
export function originalFile(fields: Record<string, string | null> = {}, body?: string): string {
  const all: Record<string, string | null> = {
    id: 'aaaaaaaaa1',
    title: '"Open Mosques day"',
    summary:
      '"The city of Turin and its mosques invite neighbours to visit, eat and talk on one day of the year."',
    country: 'IT',
    cities: '[turin]',
    years: '"2017 onwards"',
    topics: '[roma]',
    targetGroups: '[newcomers]',
    provenance: 'catalogue-summary',
    sourcesReadOn: '2026-11',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const text = body ?? `## Purpose\n\n${purpose}\n\n## References\n\n- [The city](https://example.org)\n`;
  return `---\n${lines.join('\n')}\n---\n\n${text}`;
}

/** A translation of `originalFile` that holds. */
export function translationFile(body?: string): string {
  const fields = 'translationOf: en\ntitle: "Moschee aperte"\napprovedBy: catalogue';
  return `---\n${fields}\n---\n\n${body ?? '## Purpose\n\nLa città invita i vicini nelle moschee.\n\n## References\n\n- [x](https://example.org)\n'}`;
}

/** A whole content folder: the vocabularies above and the files given, by path below the folder. */
export function contentFiles(files: Record<string, string>): ContentFile[] {
  const lists = Object.entries(vocabularies).map(([name, list]) => [
    `vocabularies/${name}`,
    JSON.stringify(list, null, 1),
  ]);
  return [...lists, ...Object.entries(files)].map(([path = '', text = '']) => ({
    path: `content/${path}`,
    parts: path.split('/'),
    text,
  }));
}
