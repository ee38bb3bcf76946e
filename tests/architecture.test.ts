import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findViolations } from '#tests/architecture';
import { broken, clean } from '#tests/support/architecture-cases';

const root = new URL('../', import.meta.url);
const { imports } = z
  .object({ imports: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')));

function readSources(): Map<string, string> {
  const found = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' });
  const files = found
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file));
  return new Map(files.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]));
}

describe('findViolations', () => {
  test.each(clean)('passes %s', (_, files) => {
    expect(findViolations({ files: new Map(Object.entries(files)), imports })).toEqual([]);
  });

  test.each(broken)('refuses %s', (_, files, sentence) => {
    const violations = findViolations({ files: new Map(Object.entries(files)), imports });
    expect(violations).toEqual([expect.stringContaining(sentence)]);
  });
});

test('the code stands where the architecture says', () => {
  const files = readSources();
  expect(files.size).toBeGreaterThan(20);
  expect(findViolations({ files, imports })).toEqual([]);
});
