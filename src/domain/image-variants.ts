/** The widths a picture is kept in, for screens of different sizes. */
export const variantWidths = [480, 960, 1600] as const;

export type StoredPart = { variant: string; mediaType: string };
export type ImageVariant = StoredPart & {
  /** Pixels the picture has in this variant; never more than it came with. */
  width: number;
};

/** What a picture is kept as: WebP in each width that is not larger than it is, and one JPEG for whoever cannot read it. */
export function imageVariants(width: number): ImageVariant[] {
  const widths = variantWidths.filter((_, place) => place === 0 || (variantWidths[place - 1] ?? 0) < width);
  const webp = widths.map((nominal) => ({
    variant: `${nominal}.webp`,
    mediaType: 'image/webp',
    width: Math.min(nominal, width),
  }));
  const largest = Math.min(variantWidths[variantWidths.length - 1] ?? width, width);
  return [...webp, { variant: 'picture.jpg', mediaType: 'image/jpeg', width: largest }];
}

/** A document is kept as it came. */
export const documentPart: StoredPart = { variant: 'document.pdf', mediaType: 'application/pdf' };

/** The parts a kept file has in the storage; a name that is not here is served to nobody. */
export function storedParts(file: { kind: 'image' | 'document'; width: number | null }): StoredPart[] {
  return file.kind === 'image' ? imageVariants(file.width ?? 0) : [documentPart];
}

/** The name of a part in the storage. */
export function partKey(storageKey: string, variant: string): string {
  return `${storageKey}/${variant}`;
}
