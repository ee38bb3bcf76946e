import 'server-only';
import { readPart } from '#lib/scan-file';
import { type PdfFindings, scanPdf } from '#server/submissions/files/scan-pdf';

export type PdfRefusal =
  | 'damaged'
  | 'pdf-encrypted'
  | 'pdf-active'
  | 'pdf-contains-files'
  | 'foreign-content';

/** Where the end of a PDF is looked for. */
const tailBytes = 2_048;

/**
 * Whether a file that begins like a PDF is one that can be given to anybody: whole, without a password, without scripts
 * or orders to start something, without other files in it, and nothing else at the same time. Null when it is.
 */
export async function judgePdf(path: string, size: number): Promise<PdfRefusal | null> {
  const head = await readPart(path, 0, 1_024);
  if (!/^%PDF-[12]\.\d/.test(head)) return 'damaged';
  if (/<(?:html|script|!doctype|\?php)/i.test(head)) return 'foreign-content';
  const tail = await readPart(path, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0 || !/startxref\s+\d+\s+$/.test(tail.slice(0, end))) return 'damaged';
  // Something after the end is another file that hangs on to this one.
  if (/[^\s\0]/.test(tail.slice(end + '%%EOF'.length))) return 'foreign-content';
  return refusalFor(await scanPdf(path));
}

function refusalFor(found: PdfFindings): PdfRefusal | null {
  if (found.encrypted) return 'pdf-encrypted';
  if (found.active) return 'pdf-active';
  if (found.files) return 'pdf-contains-files';
  // What cannot be looked into may hold any of these.
  return found.hidden || !found.pages ? 'damaged' : null;
}
