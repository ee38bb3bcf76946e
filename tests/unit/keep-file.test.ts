import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partKey, storedParts } from '#domain/image-variants';
import { openDisk } from '#server/storage/disk';
import { openS3 } from '#server/storage/s3';
import { forgetFile, keepFile } from '#server/submissions/files/keep-file';
import { makePdf } from '#tests/support/pdf';
import { makePhoto } from '#tests/support/pictures';
import { startS3 } from '#tests/support/s3-server';

let folder = '';
let s3: Awaited<ReturnType<typeof startS3>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keep-'));
  s3 = await startS3(join(folder, 's3'));
});

afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

async function receive(name: string, bytes: Buffer) {
  const path = join(await mkdtemp(join(folder, 'in-')), '0');
  await writeFile(path, bytes);
  return { name, path, size: bytes.length, digest: new Uint8Array(), isCut: false };
}

test.each(['disk', 's3'])(
  'what is kept on %s can be had part by part, and taken back whole',
  async (name) => {
    const storage = name === 'disk' ? openDisk(join(folder, 'disk')) : openS3(s3.address);
    for (const [fileName, bytes] of [
      ['a/b\u202e.jpg', await makePhoto(8)],
      ['', makePdf()],
    ] as const) {
      const kept = await keepFile(await receive(fileName, bytes), storage);
      if (!kept.ok) throw new Error(kept.reason);
      expect(kept.file.name).toBe(fileName === '' ? '–' : 'b.jpg');
      for (const { variant, mediaType } of storedParts(kept.file)) {
        const object = await storage.get(partKey(kept.file.storageKey, variant));
        const part = object && (await buffer(object.stream));
        expect(part?.length).toBe(object?.size);
        if (mediaType === 'application/pdf') expect(part?.equals(bytes)).toBe(true);
        else expect(`image/${(await sharp(part ?? undefined).metadata()).format}`).toBe(mediaType);
      }
      await forgetFile(kept.file, storage);
      for (const { variant } of storedParts(kept.file))
        expect(await storage.head(partKey(kept.file.storageKey, variant))).toBeNull();
    }
  },
);

test('when the storage fails half way, nothing stays of what was put there', async () => {
  const disk = openDisk(join(folder, 'failing'));
  let puts = 0;
  const failing: typeof disk = {
    ...disk,
    put: async (...part) => {
      puts += 1;
      if (puts === 2) throw new Error('no room');
      await disk.put(...part);
    },
  };
  await expect(keepFile(await receive('a.jpg', await makePhoto(1)), failing)).rejects.toThrow('no room');
  expect(puts).toBe(2);
  const entries = await readdir(join(folder, 'failing'), { recursive: true, withFileTypes: true });
  expect(entries.filter((entry) => entry.isFile())).toEqual([]);
});
