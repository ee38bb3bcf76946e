import { open } from 'node:fs/promises';

/** Bytes read at a time, and bytes of each reading that are seen again with the next: longer than anything looked for. */
const windowBytes = 262_144;
const overlap = 256;

export type Window = {
  /** One character a byte. */
  text: string;
  /** Where in the file the text begins. */
  offset: number;
};

/**
 * A file as overlapping pieces of text, one character a byte: whatever is shorter than the overlap stands whole in one of
 * them. However large the file is, one piece is in memory at a time, and others get their turn between two.
 */
export async function* scanFile(path: string, start = 0): AsyncGenerator<Window> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(windowBytes);
    for (let offset = start; ; offset += windowBytes - overlap) {
      const { bytesRead } = await file.read(buffer, 0, windowBytes, offset);
      if (bytesRead === 0) return;
      yield { text: buffer.toString('latin1', 0, bytesRead), offset };
      if (bytesRead < windowBytes) return;
    }
  } finally {
    await file.close();
  }
}

/** A part of a file, as far as there is one, one character a byte. */
export async function readPart(path: string, start: number, length: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, Math.max(0, start));
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
