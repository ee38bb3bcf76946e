import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDisk } from '#server/storage/disk';
import { openS3 } from '#server/storage/s3';
import type { Storage } from '#server/storage/storage';
import { startS3 } from '#tests/support/s3-server';

let folder = '';
let stopS3 = async () => {};
const storages: { disk?: Storage; s3?: Storage } = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storage-'));
  storages.disk = openDisk(join(folder, 'disk'));
  const s3 = await startS3(join(folder, 's3'));
  stopS3 = s3.stop;
  storages.s3 = openS3(s3.address);
});

afterAll(async () => {
  await stopS3();
  await rm(folder, { recursive: true, force: true });
});

/** In pieces, as an upload comes. */
function inPieces(bytes: Buffer): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 65_537) pieces.push(bytes.subarray(at, at + 65_537));
  return Readable.from(pieces);
}

describe.each(['disk', 's3'] as const)('the storage on %s', (name) => {
  const storage = () => {
    const found = storages[name];
    if (!found) throw new Error(`No ${name}.`);
    return found;
  };

  test('gives back byte for byte what it was given, in a stream', async () => {
    for (const size of [1, 65_536, 3_000_001]) {
      const bytes = randomBytes(size);
      const key = `ab/${size}/document.pdf`;
      await storage().put(key, inPieces(bytes), { size, mediaType: 'application/pdf' });
      expect(await storage().head(key)).toEqual({ size });
      const kept = await storage().get(key);
      expect(kept?.size).toBe(size);
      expect(kept && (await buffer(kept.stream)).equals(bytes)).toBe(true);
    }
  });

  test('knows what is not there, and removes twice without complaint', async () => {
    expect(await storage().get('nothing/here')).toBeNull();
    expect(await storage().head('nothing/here')).toBeNull();
    await storage().put('cd/one', inPieces(Buffer.from('x')), { size: 1, mediaType: 'text/plain' });
    await storage().delete('cd/one');
    expect(await storage().head('cd/one')).toBeNull();
    await storage().delete('cd/one');
  });

  test('keeps nothing of what breaks off', async () => {
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(100_000);
        throw new Error('the line went dead');
      })(),
    );
    await expect(
      storage().put('ef/broken', broken, { size: 200_000, mediaType: 'image/webp' }),
    ).rejects.toThrow();
    const short = inPieces(randomBytes(100));
    await expect(storage().put('ef/short', short, { size: 200, mediaType: 'image/webp' })).rejects.toThrow();
    // The server of the test takes a moment to notice that the line is dead.
    for (const key of ['ef/broken', 'ef/short']) await expect.poll(() => storage().head(key)).toBeNull();
  });

  test('takes no key that leads elsewhere', async () => {
    const keys = [
      '../x',
      'a/../../x',
      '/etc/passwd',
      'a//b',
      'a/.',
      'A',
      'a\0b',
      'a\\b',
      'a b',
      'é',
      '',
      'a/',
    ];
    for (const key of keys) {
      const put = async () => storage().put(key, inPieces(Buffer.from('x')), { size: 1, mediaType: 'a/b' });
      await expect(put(), key).rejects.toThrow('is no key');
      await expect((async () => storage().get(key))(), key).rejects.toThrow('is no key');
    }
  });
});

test('the disk holds no unfinished parts', async () => {
  expect(
    (await readdir(join(folder, 'disk'), { recursive: true })).filter((n) => n.endsWith('.part')),
  ).toEqual([]);
});
