import 'server-only';
import { createReadStream } from 'node:fs';
import { createInflate } from 'node:zlib';
import { readPart, scanFile } from '#lib/scan-file';

export type PdfFindings = {
  encrypted: boolean;
  /** Scripts, programs to start, forms that send themselves, media players. */
  active: boolean;
  /** Other files inside. */
  files: boolean;
  /** Objects that are packed in a way that is not looked into. */
  hidden: boolean;
  /** It has pages, as every document has. */
  pages: boolean;
};

/** A name of PDF as it can be written: each character itself, or "#" and its number in hexadecimal. */
function nameOf(name: string): string {
  const letters = [...name].map((letter) => {
    const code = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${code.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  // Nothing that belongs to a longer name may follow.
  return `/${letters.join('')}(?![A-Za-z0-9#_.:-])`;
}

const anyOf = (...names: string[]) => new RegExp(names.map(nameOf).join('|'));

/** Long names: pressed data does not hold them by chance, so they count wherever they stand. */
const marks = {
  encrypted: anyOf('Encrypt'),
  active: anyOf('JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'Rendition'),
  files: anyOf('EmbeddedFile', 'EmbeddedFiles'),
  pages: anyOf('Pages'),
} as const;

/** Forms of Adobe's own, with scripts in XML: a short name, told from chance by what follows it. */
const adobeForms = new RegExp(`${nameOf('XFA')}\\s*(?:\\[|\\d+\\s+\\d+\\s+R)`);

/** Objects that are packed together: by their type, or by what their dictionary has to say. */
const packed = new RegExp(`${nameOf('ObjStm')}|${nameOf('First')}\\s+\\d+\\s*(?=/|>>)`, 'g');

const flate = nameOf('FlateDecode');
const pressed = new RegExp(`${nameOf('Filter')}\\s*(?:\\[\\s*${flate}\\s*\\]|${flate}\\s*(?:/|>))`);
const filtered = new RegExp(nameOf('Filter'));
const predicted = new RegExp(nameOf('Predictor'));

/** Limits of what is unpacked: no document of 25 MB has more objects than fit. */
const most = { packs: 4_000, unpackedBytes: 150_000_000 } as const;

/** Looks through a PDF, also where its objects are packed, in a bounded part of memory. */
export async function scanPdf(path: string): Promise<PdfFindings> {
  const found: PdfFindings = { encrypted: false, active: false, files: false, hidden: false, pages: false };
  const packs = new Set<number>();
  for await (const { text, offset } of scanFile(path)) {
    note(found, text);
    for (const { index } of text.matchAll(packed)) packs.add(offset + index);
    if (packs.size > most.packs) found.hidden = true;
    if (found.hidden || found.encrypted || found.active) return found;
    await otherWork();
  }
  await scanPacks(path, packs, found);
  return found;
}

function note(found: PdfFindings, text: string): void {
  for (const kind of ['encrypted', 'active', 'files', 'pages'] as const)
    if (marks[kind].test(text)) found[kind] = true;
  if (adobeForms.test(text)) found.active = true;
}

async function scanPacks(path: string, packs: ReadonlySet<number>, found: PdfFindings): Promise<void> {
  const seen = new Set<number>();
  let room: number = most.unpackedBytes;
  for (const at of packs) {
    const begin = await findPressed(path, at);
    if (begin === 'hidden') found.hidden = true;
    else if (begin !== 'plain' && !seen.has(begin)) {
      seen.add(begin);
      room = await scanPressed(path, { begin, room, found });
    }
    if (found.hidden || found.active) return;
  }
}

/** Where the pressed objects begin whose dictionary stands around this place. What is plain has been seen already. */
async function findPressed(path: string, at: number): Promise<number | 'plain' | 'hidden'> {
  const before = await readPart(path, at - 1_024, Math.min(at, 1_024));
  const after = await readPart(path, at, 2_048);
  const begin = /stream\r?\n/.exec(after);
  if (!begin) return 'hidden';
  const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj'))) + after.slice(0, begin.index);
  if (!filtered.test(dictionary)) return 'plain';
  if (!pressed.test(dictionary) || predicted.test(dictionary)) return 'hidden';
  return at + begin.index + begin[0].length;
}

type Pack = { begin: number; room: number; found: PdfFindings };

/** Unpacks objects and looks through them; returns how many bytes may still be unpacked. */
async function scanPressed(path: string, { begin, room, found }: Pack): Promise<number> {
  const source = createReadStream(path, { start: begin });
  const inflate = source.pipe(createInflate());
  source.on('error', (error) => inflate.destroy(error));
  let left = room;
  let kept = '';
  try {
    for await (const chunk of inflate) {
      left -= chunk.length;
      const text = kept + chunk.toString('latin1');
      note(found, text);
      if (left < 0) found.hidden = true;
      if (found.active || found.hidden) break;
      kept = text.slice(-256);
    }
  } catch {
    found.hidden = true;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  return left;
}

function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
