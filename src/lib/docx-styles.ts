const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

type Style = {
  id: string;
  /** Word's own name, by which every program knows a heading. */
  name: string;
  /** Half points. */
  size?: number;
  bold?: boolean;
  color?: string;
  /** Twentieths of a point. */
  before?: number;
  after?: number;
  outline?: number;
  keepNext?: boolean;
};

const list: Style[] = [
  { id: 'Title', name: 'Title', size: 40, bold: true, after: 160 },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 32,
    bold: true,
    before: 480,
    after: 80,
    outline: 0,
    keepNext: true,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: 25,
    bold: true,
    before: 300,
    after: 20,
    outline: 1,
    keepNext: true,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    size: 22,
    bold: true,
    before: 160,
    after: 40,
    outline: 2,
    keepNext: true,
  },
  { id: 'Hint', name: 'Hint', size: 20, color: '4B4F66', after: 80, keepNext: true },
  { id: 'Choice', name: 'Choice', after: 40 },
];

/** The styles of a form: the headings every program knows, hints, choices. */
export function docxStyles(language: string, direction: 'ltr' | 'rtl'): string {
  const isTurned = direction === 'rtl';
  const spoken = isTurned ? `<w:rtl/><w:lang w:bidi="${language}"/>` : `<w:lang w:val="${language}"/>`;
  const turned = isTurned ? '<w:bidi/>' : '';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/>${spoken}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${turned}<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>';
  return `<w:styles xmlns:w="${word}">${defaults}${normal}${list.map(drawStyle).join('')}</w:styles>`;
}

function drawStyle({ id, name, size, bold, color, before = 0, after = 0, outline, keepNext }: Style): string {
  const paragraph = [
    keepNext && '<w:keepNext/>',
    `<w:spacing w:before="${before}" w:after="${after}"/>`,
    outline !== undefined && `<w:outlineLvl w:val="${outline}"/>`,
  ];
  const letters = [
    bold && '<w:b/><w:bCs/>',
    color && `<w:color w:val="${color}"/>`,
    size && `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ];
  const join = (parts: (string | number | boolean | undefined)[]) => parts.filter(Boolean).join('');
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${join(paragraph)}</w:pPr><w:rPr>${join(letters)}</w:rPr></w:style>`;
}
