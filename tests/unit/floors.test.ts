import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** The lowest versions without a known hole that concerns this site. Raise them as advisories come out. */
const FLOORS: Record<string, string> = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  zod: '4.6.7',
  postcss: '8.5.12',
  sharp: '0.35.5',
  nodemailer: '8.0.9',
};

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });
const Dependencies = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  dependencies: Dependencies,
  devDependencies: Dependencies,
  optionalDependencies: Dependencies,
});

const lock = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const manifest = Manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Each copy of each package, also where one package carries its own copy of another. */
const installed = Object.entries(lock.packages).flatMap(([path, { version }]) => {
  const floor = FLOORS[path.replace(/^.*node_modules\//, '')];
  return floor && version ? [{ path, version, floor }] : [];
});

test.each(installed)('$path $version is at least $floor', ({ version, floor }) => {
  expect(compareVersions(version, floor)).toBeGreaterThanOrEqual(0);
});

test('the packages that matter most are among those looked at', () => {
  expect(installed.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'node_modules/next',
      'node_modules/react',
      'node_modules/react-dom',
      'node_modules/zod',
    ]),
  );
});

test('every version in package.json is exact', () => {
  const ranges = Object.values(manifest).flatMap((group) => Object.entries(group));
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))).toEqual([]);
});

function compareVersions(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}
