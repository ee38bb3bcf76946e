import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { documentType, type FileKind, fileLimits, imageTypes } from '#domain/submission-files';
import { readPart, scanFile } from '#lib/scan-file';
import { judgePdf } from '#server/submissions/files/judge-pdf';
import type { ReceivedFile } from '#server/submissions/files/receive-upload';

export type FileRefusal =
  | 'empty'
  | 'image-too-large'
  | 'document-too-large'
  | 'not-supported'
  | 'heic'
  | 'other-image'
  | 'office'
  | 'damaged'
  | 'too-many-pixels'
  | 'foreign-content'
  | 'pdf-encrypted'
  | 'pdf-active'
  | 'pdf-contains-files';

export type Judgement = { ok: true; kind: FileKind; mediaType: string } | { ok: false; reason: FileRefusal };

/** How a ZIP archive ends, which can hang on to any file. */
const endOfArchive = 'PK\u0005\u0006\0\0\0\0';

const refuse = (reason: FileRefusal): Judgement => ({ ok: false, reason });

/** What a file is, by what it holds; its name and what the browser says about it count for nothing. */
export async function judgeFile({ path, size, isCut }: ReceivedFile): Promise<Judgement> {
  if (size === 0) return refuse('empty');
  const head = Buffer.from(await readPart(path, 0, 8_192), 'latin1');
  // A file that ends early may make the reader of its type give up.
  const type = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? '';
  if (type === documentType) {
    if (isCut || size > fileLimits.documentBytes) return refuse('document-too-large');
    const reason = await judgePdf(path, size);
    return reason ? refuse(reason) : { ok: true, kind: 'document', mediaType: type };
  }
  if (!imageTypes.some((known) => known === type)) return refuse(whyNot(type));
  if (isCut || size > fileLimits.imageBytes) return refuse('image-too-large');
  if (await holdsMarkup(path)) return refuse('foreign-content');
  return { ok: true, kind: 'image', mediaType: type };
}

function whyNot(type: string): FileRefusal {
  if (/^image\/hei[cf]/.test(type)) return 'heic';
  if (type.startsWith('image/') && !type.includes('svg')) return 'other-image';
  return /officedocument|opendocument|msword|ms-(?:excel|powerpoint)|x-cfb|rtf/.test(type)
    ? 'office'
    : 'not-supported';
}

/** Whether a picture is at the same time a page or a program: no camera writes such things. */
async function holdsMarkup(path: string): Promise<boolean> {
  for await (const { text } of scanFile(path))
    if (/<(?:script[\s>]|html[\s>]|!doctype\s|\?php)|%PDF-1/i.test(text) || text.includes(endOfArchive))
      return true;
  return false;
}
