import { projectToMap } from '#lib/map-projection';

export type MapPlace = { id: string; latitude: number; longitude: number; count: number };
type Dot = { x: number; y: number; count: number; radius: number };

const largest = 10;

/**
 * Dots of a picture, the largest first. A place under a larger dot is counted in that one, so that hundreds of cities
 * are still a map and not a smear. Whole numbers: nobody sees half a unit, and everybody loads it.
 */
export function gatherDots(places: readonly MapPlace[]): Dot[] {
  const dots: Dot[] = [];
  for (const { longitude, latitude, count } of [...places].sort((a, b) => b.count - a.count)) {
    const point = projectToMap(longitude, latitude);
    if (!point) continue;
    const [x, y] = [Math.round(point.x), Math.round(point.y)];
    const near = dots.find((dot) => Math.hypot(dot.x - x, dot.y - y) < radiusOf(dot.count) + 6);
    if (near) near.count += count;
    else dots.push({ x, y, count, radius: 0 });
  }
  return dots.map((dot) => ({ ...dot, radius: radiusOf(dot.count) })).sort((a, b) => b.radius - a.radius);
}

function radiusOf(count: number): number {
  return Math.min(largest, Math.round(4.5 + Math.sqrt(count)));
}
