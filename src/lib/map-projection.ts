import { geoConicConformal } from 'd3-geo';

/** The map of the hero: Europe from Iceland and the Canaries' latitude of Morocco to the Caucasus. Units are SVG units. */
export const mapFrame = { width: 540, height: 400 } as const;

const mapShift = 26;

/** The projection that both the drawn outline and the dots use. */
export const mapProjection = geoConicConformal()
  .parallels([40, 62])
  .rotate([-14, 0])
  .center([0, 51])
  .scale(600)
  .translate([mapFrame.width / 2, mapFrame.height / 2 + mapShift]);

/** Place on the map, or null when it lies outside the frame. */
export function projectToMap(longitude: number, latitude: number): { x: number; y: number } | null {
  const [x, y] = mapProjection([longitude, latitude]) ?? [-1, -1];
  const inside = x >= 0 && x <= mapFrame.width && y >= 0 && y <= mapFrame.height;
  return inside ? { x, y } : null;
}
