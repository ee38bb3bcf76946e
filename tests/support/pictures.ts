import sharp, { type Sharp } from 'sharp';

/** A small picture with four corners in different colours, so that it can be seen how it is turned. */
export async function makeJpeg({ width = 640, height = 480 } = {}): Promise<Buffer> {
  return corners(width, height).jpeg({ quality: 90 }).toBuffer();
}

/** Red, green, blue and white, from the upper left, line by line. */
export function corners(width: number, height: number): Sharp {
  const [w, h] = [Math.round(width / 2), Math.round(height / 2)];
  const block = (background: string) => ({ create: { width: w, height: h, channels: 3, background } });
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: block('#ff0000'), left: 0, top: 0 } as never,
    { input: block('#00ff00'), left: width - w, top: 0 } as never,
    { input: block('#0000ff'), left: 0, top: height - h } as never,
  ]);
}

type Turn = (picture: Sharp) => Sharp;
const flip: Turn = (picture) => picture.flip();
const flop: Turn = (picture) => picture.flop();
const right: Turn = (picture) => picture.rotate(90);
const left: Turn = (picture) => picture.rotate(-90);

/** By orientation: what makes an upright picture what the sensor saw. */
const asTheSensorSaw: Record<number, Turn[]> = {
  2: [flop],
  3: [right, right],
  4: [flip],
  5: [right, flop],
  6: [left],
  7: [left, flop],
  8: [right],
};

/** A picture as a telephone writes it: turned by its orientation, with the place where it was taken. */
export async function makePhoto(orientation: number): Promise<Buffer> {
  let turned = await corners(320, 200).png().toBuffer();
  // One after the other: within one call sharp has an order of its own.
  for (const turn of asTheSensorSaw[orientation] ?? []) turned = await turn(sharp(turned)).png().toBuffer();
  return sharp(turned)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretCamera', Artist: 'Secret Person', ImageDescription: 'Secret words' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 53/1 5000/100', GPSLongitude: '8/1 28/1 0/1' },
    })
    .withMetadata({ orientation })
    .toBuffer();
}
