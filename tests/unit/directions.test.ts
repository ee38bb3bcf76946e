import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Properties, values and classes that name a side of the screen instead of where a line begins or ends. */
const physical = [
  /(?:^|[\s;{])(?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)\b/,
  /(?:^|[\s;{])border-(?:top|bottom)-(?:left|right)-radius\b/,
  /(?:^|[\s;{])(?:left|right)\s*:/,
  /\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
];
const classes =
  /["'`\s](?:-?(?:ml|mr|pl|pr|left|right)|border-[lr]|rounded-[lr]|text|float)-(?:\d|\[|px|auto|left|right)/;
/** Four values, of which the second and the fourth are those of the right and the left. */
const shorthand =
  /(?:^|[\s;{])(?:(?:scroll-)?(?:margin|padding)|inset|border-(?:width|style|color))\s*:\s*([^;{}]+)/g;

function sidesIn(source: string): string[] {
  const declarations = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').split(/(?<=[;{}])/);
  const named = declarations.filter((declaration) => physical.some((pattern) => pattern.test(declaration)));
  const uneven = [...source.matchAll(shorthand)].filter(([, value = '']) => {
    const values = value.trim().match(/(?:[\w-]*\((?:[^()]|\([^()]*\))*\)|\S)+/g) ?? [];
    return values.length === 4 && values[1] !== values[3];
  });
  return [...named, ...uneven.map(([declaration]) => declaration)].map((one) => one.trim());
}

test.each(globSync('src/**/*.css'))(
  '%s is right in a language that is read from the right as well',
  (file) => {
    expect(sidesIn(readFileSync(file, 'utf8'))).toEqual([]);
  },
);

test('so are the classes of elements', () => {
  const files = globSync('src/**/*.tsx').filter((file) => classes.test(readFileSync(file, 'utf8')));
  expect(files).toEqual([]);
});

test.each([
  'a { margin-left: 1rem }',
  'a { color: red; right: 0 }',
  'a { text-align: right; }',
  'a { padding: 0 1px 0 2px; }',
  'a { border-top-left-radius: 3px }',
])('%s names a side', (source) => {
  expect(sidesIn(source)).toHaveLength(1);
});
