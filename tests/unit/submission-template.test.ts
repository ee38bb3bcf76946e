import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fieldNames, submissionFields } from '#domain/submission-fields';
import { importTemplate } from '#domain/submission-import';
import { importVocabulary } from '#i18n/import-vocabulary';
import { directionOf, locales } from '#i18n/locales';
import { submissionTemplate } from '#i18n/submission-template';
import { translatorOf } from '#i18n/translator';
import { readDocx } from '#lib/docx-read';
import { outlineDocx } from '#lib/docx-write';
import { outlineMarkdown } from '#lib/outline';
import { markdownBlocks } from '#lib/text-block';
import { fillDocx } from '#tests/support/fill-docx';
import { judgePage } from '#tests/support/judge-words';

const choices = {
  topics: [
    { id: 'housing', name: 'Housing' },
    { id: 'arts', name: 'Arts & culture (all)' },
    { id: 'sport', name: 'Sport' },
  ],
  targetGroups: [{ id: 'children', name: 'Children' }],
};
const address = 'https://example.org/en/submissions/import';
const cities = [
  { id: 'cork', name: 'Cork', country: 'IE', also: ['Corcaigh'] },
  { id: 'valencia-es', name: 'Valencia', country: 'ES', also: ['València'] },
  { id: 'valencia-ve', name: 'Valencia', country: 'VE', also: [] },
];
const vocabulary = importVocabulary({ cities, choices: [choices] });

const long = (
  name: string,
) => `The ${name} begins with **bold words** and *others*, even ***both***, and [a page](https://example.org/${name}?a=1&b=2).

### A heading of ${name}

- one point
- another, with *emphasis*
   - and one below it
- a third

1. first
2. second

Snake_case, 5 * 3 and <angle> “quotes” & ampersands — ends here.`;

/** What is written into the boxes, and what is read from them. */
const answers = {
  country: ['Spain', 'ES'],
  cities: ['València\nCork\nUtopia', undefined],
  otherPlaces: ['The old harbour', 'Utopia, The old harbour'],
  years: ['since 2017', 'since 2017'],
  title: ['Walks * of_many “voices” [1]', 'Walks * of_many “voices” [1]'],
  language: ['français', 'fr'],
  summary: ['Neighbours walk. They talk.', 'Neighbours walk. They talk.'],
  evaluator: ['University of Cork', 'University of Cork'],
  website: ['https://example.org/a_b', 'https://example.org/a_b'],
  contactName: ['Mira Ó Sé', 'Mira Ó Sé'],
  contactOffice: ['Office for all', 'Office for all'],
  contactEmail: ['mira_o@cork.example', 'mira_o@cork.example'],
} as const;

const boxes = fieldNames.filter(
  (name) => !['choices', 'check'].includes(submissionFields[name].kind) || name === 'cities',
);
const typed = (name: string) => (name in answers ? answers[name as keyof typeof answers][0] : long(name));

describe.each(locales)('the template in %s', (locale) => {
  const outline = submissionTemplate({ locale, choices, address });
  const contact = translatorOf(locale)('submission.contactPublicChoice');

  test('has every field of the form, under names that differ', () => {
    const labels = outline.blocks.flatMap((block) => (block.kind === 'field' ? [block.text] : []));
    expect(labels).toHaveLength(fieldNames.length - 1);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('is in its language, and read as it is', () => {
    const direction = directionOf(locale);
    const words = outline.blocks.flatMap((block) =>
      block.kind === 'answer' || block.kind === 'choice' || block.text === address
        ? []
        : [{ text: block.text, language: locale, direction, whole: true, place: block.kind }],
    );
    const page = { language: outline.language, direction: outline.direction, words };
    expect(judgePage({ ...page, isFeed: false, aboutLanguage: null, dataLanguages: [] }, locale)).toEqual([]);
    const files = unzipSync(outlineDocx(outline));
    const turned = ['word/document.xml', 'word/styles.xml'].map((name) =>
      strFromU8(files[name] ?? new Uint8Array()).includes('<w:bidi/>'),
    );
    expect(turned).toEqual([direction === 'rtl', direction === 'rtl']);
  });

  test('empty, fills nothing and leaves nothing over', () => {
    const nothing = { values: new Map(), left: [] };
    expect(importTemplate(readDocx(outlineDocx(outline)) ?? [], vocabulary)).toEqual(nothing);
    expect(importTemplate(markdownBlocks(outlineMarkdown(outline)), vocabulary)).toEqual(nothing);
  });

  test('filled, gives back every field as it was written', () => {
    const filled = fillDocx(outlineDocx(outline), boxes.map(typed), [
      'Arts & culture (all)',
      'Children',
      contact,
    ]);
    const { values, left } = importTemplate(readDocx(filled) ?? [], vocabulary);
    expect(left).toEqual([]);
    expect(values.get('cities')).toEqual(['valencia-es', 'cork']);
    expect(values.get('topics')).toEqual(['arts']);
    expect(values.get('targetGroups')).toEqual(['children']);
    expect(values.get('contactPublic')).toBe('yes');
    for (const name of boxes.filter((one) => one !== 'cities')) {
      const expected =
        name in answers
          ? answers[name as keyof typeof answers][1]
          : long(name).replace('<angle>', '\\<angle>');
      expect(values.get(name), name).toBe(expected);
    }
  });

  test('filled in Markdown, as well', () => {
    let place = 0;
    const blocks = outline.blocks.map((block) =>
      block.kind === 'answer' ? ({ kind: 'text', text: typed(boxes[place++] ?? '') } as const) : block,
    );
    const text = outlineMarkdown({ ...outline, blocks }).replace('- [ ] Sport', '- [x] Sport');
    const { values, left } = importTemplate(markdownBlocks(text), vocabulary);
    expect(left).toEqual([]);
    expect(values.get('topics')).toEqual(['sport']);
    expect(values.get('process')).toBe(long('process'));
    expect(values.get('title')).toBe(answers.title[0]);
  });
});

test('what is not understood is kept, with the heading it stood under', () => {
  const text = `Hello editors\n\n## Country\n\nAtlantis\n\n## Topics\n\n- [x] Housing\n- [x] Dancing\n\n## Purpose\n\nGood.\n\n## A part of mine\n\nStays.`;
  const { values, left } = importTemplate(markdownBlocks(text), vocabulary);
  expect(left).toEqual([
    { heading: '', text: 'Hello editors' },
    { heading: 'Country', text: 'Atlantis' },
    { heading: 'Topics', text: 'Dancing' },
  ]);
  expect(values.get('topics')).toEqual(['housing']);
  expect(values.get('purpose')).toBe('Good.\n\n### A part of mine\n\nStays.');
});

describe('a Word file that is none', () => {
  const docx = (xml: string, more = {}) => zipSync({ 'word/document.xml': strToU8(xml), ...more });
  const body = (content: string) => `<w:document xmlns:w="w"><w:body>${content}</w:body></w:document>`;
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

  test('is refused, and nothing in it grows', () => {
    const entities = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "&a;&a;&a;">]>${body(paragraph('&b;'))}`;
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) });
    const deep = body('<w:sdt>'.repeat(5_000));
    const refused = {
      'no archive': strToU8('PK'),
      'an empty archive': zipSync({}),
      'no document': zipSync({ 'a.txt': strToU8('x') }),
      'declared entities': docx(entities),
      'a bomb': bomb,
      'a lying bomb': lieAboutSize(bomb),
      'half of a file': bomb.subarray(0, bomb.length / 2),
      'no end': docx('<w:document><w:body>'),
      'crossed tags': docx('<w:document><w:body><w:p></w:body></w:p></w:document>'),
      'very deep': docx(deep),
      'very many': docx(body('<w:p/>'.repeat(500_000))),
      noise: docx('\0\x01<<<>>>'),
    };
    for (const [name, bytes] of Object.entries(refused)) expect(readDocx(bytes), name).toBeNull();
  });

  test('tells tables, typed points, breaks, deleted words and odd links apart', () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const xml = body(
      `${paragraph('• typed')}${paragraph('# no heading')}<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del></w:p><w:tbl><w:tr>${cell('A|B')}${cell('C')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl><w:p><w:fldSimple w:instr="HYPERLINK &quot;https://x.example/(a b)&quot;"><w:r><w:t>x</w:t></w:r></w:fldSimple><w:hyperlink r:id="bad"><w:r><w:t> script</w:t></w:r></w:hyperlink></w:p>`,
    );
    const links = '<Relationships><Relationship Id="bad" Target="javascript:alert(1)"/></Relationships>';
    const blocks = readDocx(docx(xml, { 'word/_rels/document.xml.rels': strToU8(links) }));
    expect(blocks?.map(({ markdown }) => markdown)).toEqual([
      '- typed',
      '\\# no heading',
      'a\\\nb',
      '| A\\|B | C |\n| --- | --- |\n| 1 | 2 |',
      '[x](https://x.example/%28a%20b%29) script',
    ]);
  });
});

/** Both places of a ZIP archive say that its one file takes ten bytes unpacked. */
function lieAboutSize(archive: Uint8Array): Uint8Array {
  const lying = Buffer.from(archive);
  const central = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  lying.writeUInt32LE(10, 22);
  lying.writeUInt32LE(10, central + 24);
  return lying;
}
