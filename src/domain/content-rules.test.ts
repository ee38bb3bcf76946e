import { expect, test } from 'vitest';
import { parseContent } from '#domain/content';
import { checkContent } from '#domain/content-rules';
import { contentFiles, originalFile, translationFile } from '#tests/support/content-files';

const folder = 'practices/open-mosques';
const fact =
  'Some 6,400 residents of all ages visited the open mosques of the city in May 2019, and ate together there.';
const facts = JSON.stringify({
  title: 'Open Mosques day',
  facts: [
    { text: fact, confidence: 'high' },
    { text: 'The pact was signed with twelve centres.', confidence: 'medium' },
    {
      text: 'The Office for the Integration of Newcomers and Refugees of Turin runs it.',
      confidence: 'high',
    },
  ],
  otherSources: [{ url: 'https://example.org', title: 'Report 1998' }],
});
const filler =
  'They meet, eat and talk in the courtyards, and many of them come back in the next year with somebody else.';

function problemsOf(
  text: string,
  more: Record<string, string> = {},
  detected: string | null = null,
): string[] {
  const files = { [`${folder}/en.md`]: text, [`${folder}/facts.json`]: facts, ...more };
  const { value, problems } = parseContent(contentFiles(files));
  expect(problems).toEqual([]);
  return checkContent(value, () => detected).map(({ file, line, reason }) => `${file}:${line} ${reason}`);
}

function summaryOf(purpose: string): string {
  return originalFile({}, `## Purpose\n\n${purpose}\n\n## References\n\n- [x](https://example.org)\n`);
}

test('a text that keeps the rules has no problem', () => {
  const text = summaryOf(
    `In 2019, 6,400 neighbours came. It began in 2017, and 12 centres take part. ${filler}`,
  );
  expect(problemsOf(text)).toEqual([]);
});

test.each<[string, string, string]>([
  ['too short', summaryOf('They meet.'), ':16 purpose: has 2 words, between 25 and 250 are needed'],
  ['too long', summaryOf(`${filler} `.repeat(13)), ':16 purpose: has 273 words'],
  [
    'a long sentence',
    summaryOf(`${'they meet and '.repeat(12)}eat.`),
    ':16 purpose: a sentence of 37 words, 35 at most',
  ],
  ['praise', summaryOf(`This is a unique day. ${filler}`), ':16 purpose: “unique” praises'],
  [
    'a copy',
    summaryOf(`All residents of all ages visited the open mosques of the city. ${filler}`),
    'copied from a fact',
  ],
  [
    'a number',
    summaryOf(`In 2019, 6,500 neighbours came. ${filler}`),
    ':16 purpose: a number without a fact, 6,500',
  ],
  [
    'a dead link',
    summaryOf(`[There](/practices/nowhere) ${filler} ${filler}`),
    ':16 the link /practices/nowhere leads to no page',
  ],
  ['no sources', originalFile({}, `## Purpose\n\n${filler} ${filler}\n`), ':1 ## References is missing'],
  ['no summary', originalFile({ summary: null }), ':1 summary: is missing'],
  [
    'a long title',
    originalFile({ title: `"${'x'.repeat(121)}"` }),
    ':3 title: has 121 characters, 120 at most',
  ],
])('%s is found', (_, text, reason) => {
  const problems = problemsOf(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(reason);
});

test('a name of many words is no copy, praise in quotes is the speaker’s, and a source may carry the number', () => {
  const name = 'The Office for the Integration of Newcomers and Refugees of Turin runs it since 1998.';
  expect(problemsOf(summaryOf(`${name} Visitors called it “the best day”. ${filler}`))).toEqual([]);
});

test('numbers of a translation are traced in its own spelling', () => {
  const spelled = (number: string) => ({
    [`${folder}/fr.md`]: translationFile(
      `## Purpose\n\n${number} voisins. ${filler}\n\n## References\n\n- x\n`,
    ),
  });
  const found = (number: string) => problemsOf(summaryOf(`${filler} ${filler}`), spelled(number)).join('\n');
  expect(found('6\u202f400')).not.toContain('number');
  expect(found('6\u202f500')).toContain('fr.md:9 purpose: a number without a fact, 6\u202f500');
});

test('a translation has the sections of its original', () => {
  const more = {
    [`${folder}/it.md`]: translationFile(`## Impact\n\n${filler} ${filler}\n\n## References\n\n- x\n`),
  };
  expect(problemsOf(originalFile(), more)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('it.md:1 ## Purpose of the original is missing'),
      expect.stringContaining('it.md:1 ## Impact is not in the original'),
    ]),
  );
});

test('the language of a text is held against its name; Danish and Norwegian are not told apart', () => {
  expect(problemsOf(originalFile(), {}, 'it')).toEqual([
    expect.stringContaining('is named en, its text reads as it'),
  ]);
  expect(problemsOf(originalFile(), {}, 'en')).toEqual([]);
  const file = originalFile(
    { id: 'aaaaaaaaa2', provenance: 'programme-excerpt' },
    `## Purpose\n\n${filler.repeat(2)}\n`,
  );
  const danish = parseContent(contentFiles({ 'practices/second/no.md': file })).value;
  expect(checkContent(danish, () => 'da')).toEqual([]);
});

test('an excerpt keeps the words, lengths and title the programme gave it', () => {
  const excerpt = {
    provenance: 'programme-excerpt',
    summary: null,
    sourcesReadOn: null,
    title: `"${'x'.repeat(150)}"`,
  };
  expect(problemsOf(originalFile(excerpt, '## Purpose\n\nA unique aim of 99…\n'))).toEqual([]);
});

test('a collection names folders that are there', () => {
  const collection =
    '---\ntitle: R\nsummary: S\npractices: [gone]\nposition: 1\n---\n\n[x](/collections/r) [y](/gone)\n';
  expect(problemsOf(originalFile(), { 'collections/r/en.md': collection })).toEqual([
    'content/collections/r/en.md:1 practices: gone is not a folder of practices',
    'content/collections/r/en.md:8 the link /gone leads to no page of this site',
  ]);
});
