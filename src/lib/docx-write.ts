import { strToU8, zipSync } from 'fflate';
import { docxStyles } from '#lib/docx-styles';
import { escapeXml } from '#lib/escape-xml';
import type { Outline, OutlineBlock } from '#lib/outline';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const word14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A form as a Word file (ECMA-376), with boxes to write in and to tick. The same form is the same file, byte by byte. */
export function outlineDocx(outline: Outline): Uint8Array {
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships(
      [`${office}/relationships/officeDocument`, 'word/document.xml'],
      [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ),
    'docProps/core.xml': coreProperties(outline),
    'word/document.xml': documentXml(outline),
    'word/styles.xml': `${head}${docxStyles(outline.language, outline.direction)}`,
    'word/_rels/document.xml.rels': relationships([`${office}/relationships/styles`, 'styles.xml']),
  };
  const parts = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  // The oldest time a ZIP archive can say: none.
  return zipSync(Object.fromEntries(parts), { level: 9, mtime: new Date(1980, 0, 1) });
}

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;

const contentTypes = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document.xml', `${wordTypes}.document.main+xml`)}${override('word/styles.xml', `${wordTypes}.styles+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;

function relationships(...entries: [type: string, target: string][]): string {
  const items = entries.map(
    ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packages}/relationships">${items.join('')}</Relationships>`;
}

function coreProperties({ title, language }: Outline): string {
  return `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`;
}

function documentXml({ blocks, direction }: Outline): string {
  const turned = direction === 'rtl' ? '<w:bidi/>' : '';
  const page = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>${turned}</w:sectPr>`;
  const body = blocks.map(drawBlock).join('');
  return `${head}<w:document xmlns:w="${word}" xmlns:w14="${word14}"><w:body>${body}<w:p/>${page}</w:body></w:document>`;
}

const styles = {
  title: 'Title',
  group: 'Heading1',
  field: 'Heading2',
  hint: 'Hint',
  text: 'Normal',
} as const;

function drawBlock(block: OutlineBlock): string {
  if (block.kind === 'answer') return answerBox;
  if (block.kind === 'choice') return paragraph('Choice', `${tickBox}${run(` ${block.text}`)}`);
  return paragraph(styles[block.kind], run(block.text));
}

function paragraph(style: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** Word ticks it with a click; elsewhere an x is written in its place. */
const tickBox =
  '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>';

const side = (name: string) => `<w:${name} w:val="single" w:sz="6" w:space="0" w:color="8B8678"/>`;
const sides = ['top', 'left', 'bottom', 'right'].map(side).join('');

/** A table of one cell: it grows with what is written, and everybody sees where to write. */
const answerBox = `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${sides}</w:tblBorders><w:tblCellMar><w:top w:w="85" w:type="dxa"/><w:left w:w="113" w:type="dxa"/><w:bottom w:w="85" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="9638"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="pct"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`;
