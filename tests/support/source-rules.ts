import { areaOf, layerOf } from '#tests/support/layers';
import type { ScannedSource } from '#tests/support/scan-source';

type SourceRule = { breaks: (file: string, source: ScannedSource) => boolean; sentence: string };

const rules: readonly SourceRule[] = [
  {
    breaks: (file) => layerOf(file) === null,
    sentence: 'stands outside the map. Its place is in src/app, components, server, domain, lib or i18n.',
  },
  {
    breaks: (file) => layerOf(file) === 'server' && areaOf(file) === null,
    sentence: 'belongs to no area. Move it into a folder of src/server.',
  },
  {
    breaks: (file) => /\/(?:utils?|helpers?|misc|types?)\.tsx?$/.test(file),
    sentence: 'has a name that says nothing. Name the file after the one thing it holds.',
  },
  {
    breaks: (file, { code }) => isBarrel(file, code),
    sentence: 'only passes on what other files export. Remove it, and import from the files themselves.',
  },
  {
    breaks: (file, { text }) => layerOf(file) === 'server' && !/^\s*import\s*['"]server-only['"]/.test(text),
    sentence: "does not start with import 'server-only'. Make it the first line.",
  },
  {
    breaks: (file, { text }) =>
      /^\s*['"]use client['"]/.test(text) && !['app', 'components'].includes(layerOf(file) ?? ''),
    sentence: "says 'use client'. Client components are in src/components or in their route.",
  },
  {
    breaks: (file, { code }) =>
      areaOf(file) !== 'platform' &&
      // Which runtime a file is compiled for is no setting: Next puts the answer in while building.
      /\bprocess\s*(?:\?\.|\.)\s*env\b(?!\.NEXT_RUNTIME\b)|\bprocess\s*\[/.test(code),
    sentence: 'reads process.env. Settings are read in src/server/platform/env.ts: take them from env().',
  },
  {
    breaks: (file, { code }) =>
      layerOf(file) === 'domain' &&
      /\bDate\.now\b|\bnew Date\b(?:\(\s*\)|(?!\s*\())|\bperformance\.now\b|\bMath\.random\b/.test(code),
    sentence: 'asks for the time or for chance. The domain is pure: take the value as an argument.',
  },
  {
    breaks: (file, { code }) =>
      !/^src\/components\/(?:site\/json-ld|form\/words-box)\.tsx$/.test(file) &&
      /\bdangerouslySetInnerHTML\b/.test(code),
    sentence:
      'sets HTML as it is. Only json-ld.tsx and words-box.tsx of the components do: render elements instead.',
  },
  {
    breaks: (_, { code }) => /\bPrisma\s*\.\s*raw\b|\$(?:query|execute)RawUnsafe\b/.test(code),
    sentence: 'builds SQL from text. Use $queryRaw or $executeRaw with a tagged template and values.',
  },
  {
    breaks: (file, { code }) => file.endsWith('.tsx') && /\sstyle=(?=[{'"])/.test(code),
    sentence: 'has a style attribute, which the content security policy blocks. Use a class.',
  },
];

/** What is wrong with a file whatever it imports: its name, its place, its first line, what it says. */
export function findSourceViolations(file: string, source: ScannedSource): string[] {
  return rules.filter(({ breaks }) => breaks(file, source)).map(({ sentence }) => `${file} ${sentence}`);
}

const passedOn = /\bexport\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*(['"])\s*\1;?/g;

function isBarrel(file: string, code: string): boolean {
  const rest = code.replace(passedOn, '');
  if (rest === code) return false;
  return /\/index\.tsx?$/.test(file) || rest.replace(/^\s*import\s*(['"])\s*\1;?/, '').trim() === '';
}
