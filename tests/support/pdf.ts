import { deflateSync } from 'node:zlib';

type Parts = {
  catalog?: string;
  pages?: string;
  /** More objects, as they stand in the file. */
  extra?: Buffer;
  /** More entries of the trailer. */
  trailer?: string;
};

/** A PDF with one empty page, written by hand. */
export function makePdf({ catalog, pages, extra = Buffer.alloc(0), trailer = '' }: Parts = {}): Buffer {
  const objects = [
    catalog ?? '<< /Type /Catalog /Pages 2 0 R >>',
    pages ?? '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ].map((body, place) => Buffer.from(`${place + 1} 0 obj\n${body}\nendobj\n`, 'latin1'));
  const body = Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), ...objects, extra]);
  let at = 15;
  const table = objects.map((object) => {
    const line = `${String(at).padStart(10, '0')} 00000 n \n`;
    at += object.length;
    return line;
  });
  const end = `xref\n0 4\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size 4 /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(end, 'latin1')]);
}

/** Objects packed and pressed together, as programs since 2003 write them. */
export function packObjects(
  content: string,
  { type = '/Type /ObjStm', filter = '/FlateDecode' } = {},
): Buffer {
  const pressed = deflateSync(Buffer.from(`4 0 ${content}`, 'latin1'));
  const head = `7 0 obj\n<< ${type} /N 1 /First 4 /Filter ${filter} /Length ${pressed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), pressed, Buffer.from('\nendstream\nendobj\n')]);
}
