import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawVariants } from '#server/submissions/files/draw-variants';
import { corners, makePhoto } from '#tests/support/pictures';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draw-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function draw(bytes: Buffer, mediaType = 'image/jpeg') {
  const path = join(folder, 'picture');
  await writeFile(path, bytes);
  const drawn = await drawVariants(path, { mediaType, folder });
  if (!drawn.ok) throw new Error(drawn.reason);
  return drawn;
}

/** The colours of the four corners, from the upper left, line by line. */
async function cornersOf(path: string): Promise<string> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (y * info.width + x) * info.channels;
    return [...data.subarray(start, start + 3)].map((value) => (value > 127 ? 1 : 0)).join('');
  };
  const [right, low] = [info.width - 10, info.height - 10];
  return [at(10, 10), at(right, 10), at(10, low), at(right, low)].join(' ');
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photo with orientation %i stands upright and says nothing else',
  async (n) => {
    const photo = await makePhoto(n);
    expect(photo.includes('SecretCamera')).toBe(true);
    expect((await sharp(photo).metadata()).orientation).toBe(n);
    const drawn = await draw(photo);
    expect([drawn.width, drawn.height]).toEqual([320, 200]);
    for (const { path } of drawn.variants) {
      expect(await cornersOf(path)).toBe('100 010 001 111');
      const { exif, xmp, iptc, icc, orientation } = await sharp(path).metadata();
      expect([exif, xmp, iptc, icc, orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect((await readFile(path)).includes('Secret')).toBe(false);
    }
  },
);

test('a picture is kept in the sizes it has, never larger than it is', async () => {
  const widths = async (width: number, height: number) => {
    const { variants } = await draw(await corners(width, height).jpeg().toBuffer());
    return Promise.all(
      variants.map(async ({ variant, path }) => `${variant} ${(await sharp(path).metadata()).width}`),
    );
  };
  expect(await widths(2000, 1500)).toEqual([
    '480.webp 480',
    '960.webp 960',
    '1600.webp 1600',
    'picture.jpg 1600',
  ]);
  expect(await widths(961, 500)).toEqual([
    '480.webp 480',
    '960.webp 960',
    '1600.webp 961',
    'picture.jpg 961',
  ]);
  expect(await widths(960, 500)).toEqual(['480.webp 480', '960.webp 960', 'picture.jpg 960']);
  expect(await widths(30, 20)).toEqual(['480.webp 30', 'picture.jpg 30']);
});

test('a very long picture is kept small enough to be shown', async () => {
  const drawn = await draw(await corners(60, 30_000).png().toBuffer(), 'image/png');
  expect(drawn.height).toBeLessThanOrEqual(6400);
});

test('what is see-through, grey, in sixteen bits or for print becomes an ordinary picture', async () => {
  const clear = await sharp({ create: { width: 90, height: 90, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  const { variants } = await draw(clear, 'image/png');
  expect((await sharp(variants[0]?.path).metadata()).hasAlpha).toBe(true);
  expect(await cornersOf(variants.at(-1)?.path ?? '')).toBe('111 111 111 111');
  await draw(await corners(90, 90).toColourspace('b-w').png().toBuffer(), 'image/png');
  await draw(await corners(90, 90).toColourspace('rgb16').png().toBuffer(), 'image/png');
  const print = await draw(await corners(90, 90).toColourspace('cmyk').jpeg().toBuffer());
  expect((await sharp(print.variants[0]?.path).metadata()).space).toBe('srgb');
});
