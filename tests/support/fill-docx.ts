import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from '#lib/escape-xml';

/** Writes texts into the boxes of a Word template, as a person with Word would, and ticks choices. */
export function fillDocx(
  template: Uint8Array,
  answers: readonly string[],
  ticked: readonly string[],
): Uint8Array {
  const files = unzipSync(template);
  const links: string[] = [];
  let place = 0;
  let xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  xml = xml.replace(/<w:p\/><\/w:tc>/g, () => {
    const list = place * 2;
    return `${writeAnswer(answers[place++] ?? '', { links, list })}</w:tc>`;
  });
  for (const choice of ticked)
    xml = xml.replace(
      new RegExp(`☐(?=(?:(?!☐).)*> ${escapeXml(choice).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}<)`),
      '☒',
    );
  files['word/document.xml'] = strToU8(
    xml.replace(
      '<w:document ',
      '<w:document xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
    ),
  );
  files['word/numbering.xml'] = strToU8(numberingOf(answers.length * 2));
  const relations = strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array());
  const added = links.map(
    (link, number) =>
      `<Relationship Id="link${number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(link)}" TargetMode="External"/>`,
  );
  files['word/_rels/document.xml.rels'] = strToU8(
    relations.replace(
      '</Relationships>',
      `${added.join('')}<Relationship Id="numbering" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
    ),
  );
  const types = strFromU8(files['[Content_Types].xml'] ?? new Uint8Array());
  const numbered =
    '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>';
  files['[Content_Types].xml'] = strToU8(types.replace('</Types>', numbered));
  return zipSync(files);
}

const level = (format: string) =>
  [0, 1, 2]
    .map(
      (depth) =>
        `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${format === 'bullet' ? '•' : `%${depth + 1}.`}"/></w:lvl>`,
    )
    .join('');

/** Two lists for each answer, points and numbers. */
function numberingOf(lists: number): string {
  const nums = Array.from(
    { length: lists },
    (_, id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${4 + (id % 2)}"/></w:num>`,
  );
  return `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="4">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="5">${level('decimal')}</w:abstractNum>${nums.join('')}</w:numbering>`;
}

/** Paragraphs with headings, lists, emphasis and links, written in Markdown. */
function writeAnswer(text: string, { links, list: first }: { links: string[]; list: number }): string {
  return text
    .split(/\n+/)
    .map((line) => {
      const [, indent = '', mark = ''] = /^( *)(- |\d+\. )/.exec(line) ?? [];
      const [, marks = ''] = /^(#{1,6}) /.exec(line) ?? [];
      const list = `<w:numPr><w:ilvl w:val="${indent.length / 3}"/><w:numId w:val="${first + (mark === '- ' ? 1 : 2)}"/></w:numPr>`;
      const form = mark ? list : marks ? `<w:pStyle w:val="Heading${marks.length}"/>` : '';
      const words = line.slice(mark ? indent.length + mark.length : marks ? marks.length + 1 : 0);
      return `<w:p><w:pPr>${form}</w:pPr>${writeWords(words, links)}</w:p>`;
    })
    .join('');
}

function writeWords(words: string, links: string[]): string {
  return words.replace(
    /(.*?)(?:(\*{1,3})(.+?)\2|\[([^\]]+)\]\(([^)]+)\)|$)/g,
    (_, before, marks, marked, label, href) => {
      const run = (text: string, form = '') =>
        // Word cuts its runs wherever it likes.
        [text.slice(0, 3), text.slice(3)]
          .filter(Boolean)
          .map(
            (part) => `<w:r><w:rPr>${form}</w:rPr><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`,
          )
          .join('');
      const form = `${marks?.length !== 1 ? '<w:b/>' : ''}${marks?.length !== 2 ? '<w:i w:val="true"/>' : ''}`;
      const link = label ? `<w:hyperlink r:id="link${links.push(href) - 1}">${run(label)}</w:hyperlink>` : '';
      return `${run(before)}${marked ? run(marked, form) : ''}${link}`;
    },
  );
}
