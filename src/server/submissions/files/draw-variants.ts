import 'server-only';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { type ImageVariant, imageVariants, variantWidths } from '#domain/image-variants';
import { fileLimits } from '#domain/submission-files';

// One thread a picture, and nothing kept: memory is bounded by one picture at a time.
sharp.concurrency(1);
sharp.cache(false);

type DrawnVariant = ImageVariant & { path: string; size: number };

export type DrawnImage =
  | { ok: true; width: number; height: number; variants: DrawnVariant[] }
  | { ok: false; reason: 'damaged' | 'too-many-pixels' };

/** Seconds a picture may take. */
const patience = 30;

const largest = variantWidths[variantWidths.length - 1] ?? 0;

/**
 * Draws a picture anew in every size it is kept in: upright, in sRGB, without place, camera or anything else that was
 * written into the file. `path` is the file as it came, of this media type; the variants are written into `folder`.
 */
export async function drawVariants(
  path: string,
  { mediaType, folder }: { mediaType: string; folder: string },
): Promise<DrawnImage> {
  const options = { failOn: 'error', limitInputPixels: fileLimits.pixels, sequentialRead: true } as const;
  try {
    const { width, height, format } = await sharp(path, { ...options, limitInputPixels: false }).metadata();
    // Two readers that take a file for different things: it was made to be taken for both.
    if (`image/${format === 'heif' ? 'avif' : format}` !== mediaType) return { ok: false, reason: 'damaged' };
    if (width * height > fileLimits.pixels) return { ok: false, reason: 'too-many-pixels' };
    // Bounded in height as well: WebP and memory both have an end.
    const { data, info } = await sharp(path, options)
      .timeout({ seconds: patience })
      .autoOrient()
      .resize({ width: largest, height: largest * 4, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const variants: DrawnVariant[] = [];
    for (const variant of imageVariants(info.width)) {
      const file = join(folder, variant.variant);
      await drawOne(sharp(data, { raw }), variant).toFile(file);
      variants.push({ ...variant, path: file, size: (await stat(file)).size });
    }
    return { ok: true, width: info.width, height: info.height, variants };
  } catch (error) {
    if (isOurs(error)) throw error;
    return { ok: false, reason: 'damaged' };
  }
}

function drawOne(picture: Sharp, { mediaType, width }: ImageVariant): Sharp {
  const sized = picture.timeout({ seconds: patience }).resize({ width });
  return mediaType === 'image/jpeg'
    ? sized.flatten({ background: '#fff' }).jpeg({ quality: 82, progressive: true })
    : sized.webp({ quality: 80, effort: 3 });
}

/** Whether the disk failed, and not the picture. */
function isOurs(error: unknown): boolean {
  return (
    error instanceof Error &&
    (('code' in error && typeof error.code === 'string') ||
      /no space|unable to open for write/i.test(error.message))
  );
}
