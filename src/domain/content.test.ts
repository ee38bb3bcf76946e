import { expect, test } from 'vitest';
import { parseContent } from '#domain/content';
import { contentFiles, originalFile, translationFile } from '#tests/support/content-files';

const en = 'practices/open-mosques/en.md';

function problemsOf(files: Record<string, string>): string[] {
  return parseContent(contentFiles(files)).problems.map(
    ({ file, line, reason }) => `${file}:${line} ${reason}`,
  );
}

test('a folder that holds becomes a practice', () => {
  const files = { [en]: originalFile(), 'practices/open-mosques/it.md': translationFile() };
  const { value, problems } = parseContent(contentFiles(files));
  expect(problems).toEqual([]);
  expect(value.practices).toMatchObject([
    {
      id: 'aaaaaaaaa1',
      slug: 'open-mosques',
      country: 'IT',
      years: { start: 2017, end: null, ongoing: true },
      provenance: 'catalogue_summary',
      originalLanguage: 'en',
      texts: [
        {
          language: 'en',
          approvedBy: 'catalogue',
          sections: [{ name: 'purpose', line: 16 }, { name: 'references' }],
        },
        { language: 'it', title: 'Moschee aperte', summary: null },
      ],
    },
  ]);
});

test('a practice may belong to a country only', () => {
  expect(problemsOf({ [en]: originalFile({ cities: null }) })).toEqual([]);
});

test.each<[string, string, string]>([
  ['unknown city', originalFile({ cities: '[atlantis]' }), ':6 cities: atlantis is not in the vocabulary'],
  ['city abroad', originalFile({ cities: '[lisbon]' }), ':6 cities: lisbon is in PT, the record in IT'],
  ['city twice', originalFile({ cities: '[turin, turin]' }), ':6 cities.1: turin is listed twice'],
  ['unknown topic', originalFile({ topics: '[chess]' }), ':8 topics: chess is not in the vocabulary'],
  ['no topic', originalFile({ topics: '[]' }), ':8 topics: has no topic, one at least is needed'],
  [
    'unknown group',
    originalFile({ targetGroups: '[cats]' }),
    ':9 targetGroups: cats is not in the vocabulary',
  ],
  ['unknown country', originalFile({ country: 'UK' }), ':5 country: is not an ISO 3166 code such as IT'],
  ['years', originalFile({ years: '"2021 or so"' }), ':7 years: is not understood'],
  [
    'short summary',
    originalFile({ summary: '"Short."' }),
    ':4 summary: has 6 characters, between 60 and 320',
  ],
  ['long title', originalFile({ title: `"${'x'.repeat(201)}"` }), ':3 title: has 201 characters'],
  ['empty title', originalFile({ title: '""' }), ':3 title: has 0 characters'],
  ['id', originalFile({ id: 'A1' }), ':2 id: is ten small letters or digits'],
  ['no month', originalFile({ sourcesReadOn: null }), 'sourcesReadOn: is missing'],
  ['address', originalFile({ canonicalUrl: 'example.org' }), ':12 canonicalUrl: is not a web address'],
  ['unknown field', originalFile({ colour: 'red' }), ':12 colour: is not a known field'],
  ['a NUL', originalFile({ title: '"a\\0b"' }), ':3 title: holds a character that cannot be stored'],
  [
    'half a character',
    originalFile({ title: '"a\\ud800b"' }),
    ':3 title: holds a character that cannot be stored',
  ],
  ['a NUL in the text', originalFile({}, '## Purpose\n\na\0b\n'), ':14 ## Purpose holds a character'],
  ['unknown heading', originalFile({}, '## Aim\n\nText.\n'), ':14 ## Aim is not a section'],
  [
    'heading twice',
    originalFile({}, '## Purpose\n\nA.\n\n## Purpose\n\nB.\n'),
    ':18 ## Purpose stands here a second time',
  ],
  [
    'text before',
    originalFile({}, 'Text.\n\n## Purpose\n\nA.\n'),
    ':14 there is text before the first heading',
  ],
  ['empty section', originalFile({}, '## Purpose\n\n## Impact\n\nA.\n'), ':14 ## Purpose is empty'],
  ['no section', originalFile({}, ''), 'has no section'],
  ['no original', translationFile(), ':1 one file without translationOf is the original; here is none'],
])('%s is refused with its line', (_, text, reason) => {
  const problems = problemsOf({ [en]: text });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(reason);
  expect(problems[0]).toMatch(/^content\/practices\/open-mosques\/en\.md:\d+ /);
});

test('two originals are refused', () => {
  const files = { [en]: originalFile(), 'practices/open-mosques/it.md': originalFile() };
  expect(problemsOf(files)).toEqual([expect.stringContaining('here are en.md, it.md')]);
});

test('a translation of another language than the original is refused', () => {
  const files = {
    'practices/open-mosques/fr.md': originalFile(),
    'practices/open-mosques/it.md': translationFile(),
  };
  expect(problemsOf(files)).toEqual([
    expect.stringContaining('it.md:2 translationOf: the original is fr, not en'),
  ]);
});

test('an id and an address belong to one folder', () => {
  const twice = { [en]: originalFile(), 'practices/second/en.md': originalFile() };
  expect(problemsOf(twice)).toEqual([expect.stringContaining('id: aaaaaaaaa1 belongs to open-mosques')]);
  const former = originalFile({ id: 'aaaaaaaaa2', formerSlugs: '[open-mosques]' });
  const taken = { [en]: originalFile(), 'practices/second/en.md': former };
  expect(problemsOf(taken)).toEqual([expect.stringContaining('open-mosques is the address of open-mosques')]);
});

test.each([
  ['practices/Open_Mosques/en.md', originalFile(), 'the folder name has small letters'],
  ['practices/open-mosques/english.md', originalFile(), 'is not a file of an example'],
  ['practices/en.md', originalFile(), 'is in no folder that is read'],
  ['extra/a/en.md', originalFile(), 'is in no folder that is read'],
])('%s is refused', (path, text, reason) => {
  expect(problemsOf({ [path]: text }).join('\n')).toContain(reason);
});

test('collections and pages are read', () => {
  const { value, problems } = parseContent(
    contentFiles({
      [en]: originalFile(),
      'collections/rumours/en.md':
        '---\ntitle: R\nsummary: S\npractices: [open-mosques]\nposition: 1\n---\n\nText.\n',
      'collections/rumours/fr.md': '---\ntranslationOf: en\ntitle: R\nsummary: S\n---\n\nTexte.\n',
      'pages/about/en.md': '---\ntitle: About\ndescription: D\n---\n\n## What\n\nText.\n',
    }),
  );
  expect(problems).toEqual([]);
  expect(value.collections).toMatchObject([
    { slug: 'rumours', position: 1, practices: ['open-mosques'], texts: [{}, {}] },
  ]);
  expect(value.pages).toMatchObject([{ slug: 'about', texts: [{ language: 'en', lede: null, line: 6 }] }]);
});

test('a vocabulary says where it is wrong', () => {
  const files = contentFiles({}).map((file) =>
    file.parts[1] === 'topics.json'
      ? { ...file, text: '[\n {"id": "roma",\n  "thread": 9, "names": {"en": "Roma"}}\n]' }
      : file,
  );
  expect(parseContent(files).problems).toMatchObject([{ file: 'content/vocabularies/topics.json', line: 3 }]);
});
