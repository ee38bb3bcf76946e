import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { makePdf, packObjects } from '#tests/support/pdf';
import { corners, makeJpeg } from '#tests/support/pictures';

export type TestFile = { name: string; bytes: Buffer };

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG that says it is this large; its pixels, all of one colour, take next to nothing. */
function makePngBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 });
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const end = chunk('IEND', Buffer.alloc(0));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), end]);
}

/** Small pictures that unpack to far more than they show: pixels beyond the last line, and a text. */
export function overfullPngs(): Buffer[] {
  const pixels = makePngBomb(30_000, 30_000);
  const size = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 1, 0, 0, 0, 0]);
  const small = Buffer.concat([pixels.subarray(0, 8), chunk('IHDR', size), pixels.subarray(33)]);
  const text = Buffer.concat([
    Buffer.from('Comment\0\0'),
    deflateSync(Buffer.alloc(200_000_000), { level: 9 }),
  ]);
  const whole = makePngBomb(64, 64);
  return [small, Buffer.concat([whole.subarray(0, 33), chunk('zTXt', text), whole.subarray(33)])];
}

const page = '<!doctype html><html><script>document.title = "executed"; alert(1)</script></html>';

/** Files that are refused, each with the reason why. */
export async function refusedFiles(): Promise<(TestFile & { reason: string })[]> {
  const jpeg = await makeJpeg();
  const png = await corners(400, 300).png().toBuffer();
  const gif = Buffer.from('GIF89a/*\x01\x00\x80\x00\x00*/=1;alert(document.domain)//;', 'latin1');
  const comment = Buffer.from(`\xff\xfe\x00${String.fromCharCode(page.length + 2)}${page}`, 'latin1');
  const action = '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>';
  const pdf = makePdf();
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  return [
    { name: 'empty.jpg', bytes: Buffer.alloc(0), reason: 'empty' },
    { name: 'one-byte.png', bytes: Buffer.from([0x89]), reason: 'not-supported' },
    { name: 'page.jpg', bytes: bytes(page), reason: 'not-supported' },
    { name: 'page.pdf', bytes: bytes(page), reason: 'not-supported' },
    {
      name: 'page.svg',
      bytes: bytes(
        `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`,
      ),
      reason: 'not-supported',
    },
    {
      name: 'xml.svg',
      bytes: bytes(
        `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>`,
      ),
      reason: 'not-supported',
    },
    { name: 'program.jpg', bytes: bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff'), reason: 'not-supported' },
    { name: 'script.png', bytes: bytes('#!/bin/sh\necho executed\n'), reason: 'not-supported' },
    { name: 'picture.gif', bytes: gif, reason: 'other-image' },
    {
      name: 'phone.heic',
      bytes: bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(600, '\0')),
      reason: 'heic',
    },
    { name: 'bomb.png', bytes: makePngBomb(30_000, 30_000), reason: 'too-many-pixels' },
    {
      name: 'zip-bomb.pdf',
      bytes: Buffer.from(zipSync({ 'a.txt': new Uint8Array(20_000_000) }, { level: 9 })),
      reason: 'not-supported',
    },
    { name: 'report.docx', bytes: makeDocx(), reason: 'office' },
    { name: 'cut.jpg', bytes: jpeg.subarray(0, jpeg.length * 0.6), reason: 'damaged' },
    { name: 'cut.png', bytes: png.subarray(0, png.length * 0.6), reason: 'damaged' },
    { name: 'head-only.jpg', bytes: jpeg.subarray(0, 30), reason: 'damaged' },
    {
      name: 'broken.webp',
      bytes: Buffer.concat([bytes('RIFF\xff\xff\xff\x7fWEBPVP8 '), Buffer.alloc(500, 7)]),
      reason: 'damaged',
    },
    {
      name: 'broken.avif',
      bytes: bytes('\0\0\0\x18ftypavif\0\0\0\0mif1avif'.padEnd(600, '\x07')),
      reason: 'damaged',
    },
    { name: 'with-page-behind.jpg', bytes: Buffer.concat([jpeg, bytes(page)]), reason: 'foreign-content' },
    {
      name: 'with-page-inside.jpg',
      bytes: Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
      reason: 'foreign-content',
    },
    {
      name: 'with-archive.png',
      bytes: Buffer.concat([png, Buffer.from(zipSync({ 'a.class': strToU8('x') }))]),
      reason: 'foreign-content',
    },
    { name: 'large.jpg', bytes: Buffer.concat([jpeg, Buffer.alloc(12_000_001)]), reason: 'image-too-large' },
    {
      name: 'large.pdf',
      bytes: Buffer.concat([pdf, Buffer.alloc(25_000_001)]),
      reason: 'document-too-large',
    },
    { name: 'cut.pdf', bytes: pdf.subarray(0, pdf.length - 40), reason: 'damaged' },
    { name: 'head-only.pdf', bytes: bytes('%PDF-1.7\n'), reason: 'damaged' },
    {
      name: 'no-pages.pdf',
      bytes: makePdf({ catalog: '<< /Type /Catalog >>', pages: '<< /Type /Nothing >>' }),
      reason: 'damaged',
    },
    { name: 'script.pdf', bytes: makePdf({ catalog: action }), reason: 'pdf-active' },
    {
      name: 'disguised-script.pdf',
      bytes: makePdf({ catalog: action.replace('/JavaScript', '/J#61vaScrip#74') }),
      reason: 'pdf-active',
    },
    { name: 'packed-script.pdf', bytes: makePdf({ extra: packObjects(action) }), reason: 'pdf-active' },
    {
      name: 'packed-untyped-script.pdf',
      bytes: makePdf({ extra: packObjects(action, { type: '' }) }),
      reason: 'pdf-active',
    },
    {
      name: 'twice-packed.pdf',
      bytes: makePdf({ extra: packObjects(action, { filter: '[ /ASCIIHexDecode /FlateDecode ]' }) }),
      reason: 'damaged',
    },
    {
      name: 'pack-bomb.pdf',
      bytes: makePdf({ extra: packObjects(' '.repeat(160_000_000)) }),
      reason: 'damaged',
    },
    {
      name: 'launch.pdf',
      bytes: makePdf({
        catalog: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (calc.exe) >> >>',
      }),
      reason: 'pdf-active',
    },
    {
      name: 'adobe-form.pdf',
      bytes: makePdf({ catalog: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 9 0 R >> >>' }),
      reason: 'pdf-active',
    },
    {
      name: 'sends-itself.pdf',
      bytes: makePdf({
        catalog: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /SubmitForm /F (http://x) >> >>',
      }),
      reason: 'pdf-active',
    },
    {
      name: 'portfolio.pdf',
      bytes: makePdf({ catalog: '<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 9 0 R >> >>' }),
      reason: 'pdf-contains-files',
    },
    { name: 'password.pdf', bytes: makePdf({ trailer: '/Encrypt 9 0 R' }), reason: 'pdf-encrypted' },
    {
      name: 'with-page-first.pdf',
      bytes: Buffer.concat([bytes('%PDF-1.4\n<script>alert(1)</script>\n'), pdf]),
      reason: 'foreign-content',
    },
    { name: 'with-page-behind.pdf', bytes: Buffer.concat([pdf, bytes(page)]), reason: 'foreign-content' },
    { name: 'late.pdf', bytes: Buffer.concat([bytes('x'.repeat(100)), pdf]), reason: 'not-supported' },
  ];
}

function makeDocx(): Buffer {
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  return Buffer.from(
    zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8('<a/>') }),
  );
}

/** Names that a computer or a program may give a file. */
export const hostileNames = [
  '../../../etc/passwd',
  '..\\..\\boot.ini',
  'a\0b.jpg',
  'line\r\nSet-Cookie: x=1.jpg',
  '"quoted"; filename="other.html.jpg',
  'photo\u202egpj.exe',
  `${'x'.repeat(300)}.jpg`,
  '🎉👨‍👩‍👧‍👦.jpg',
  '<img src=x onerror=alert(1)>.jpg',
  'صورة.jpg',
  '\u200b.jpg',
  '.',
  'con.jpg',
  "'; drop table submission_file; --.jpg",
  '{{7*7}}.jpg',
  '%00%2e%2e%2f.jpg',
] as const;
