import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { Refusal } from './refusal.ts';
import { findTool, type Run, runProgram } from './run-program.ts';
import { ROOT } from './settings.ts';

/** Next's own program. */
export const NEXT = findTool('next/dist/bin/next');

const TYPESCRIPT_SETTINGS = path.join(ROOT, 'tsconfig.json');

/** Everything that goes into a build. The generated client follows from the schema. */
const SOURCES = [
  'src',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const CONFIGURATION = ['next.config.ts', 'postcss.config.mjs'];

/**
 * Builds the site into the folder `distDir` unless it holds a complete build of these very sources. Says whether it
 * did. Throws a Refusal with Next's output when the build fails.
 */
export async function buildSite(distDir: string, signal?: AbortSignal): Promise<boolean> {
  const source = await fingerprint(ROOT, [...SOURCES, ...CONFIGURATION], ['src/generated']);
  const stamp = path.join(ROOT, distDir, 'built-from');
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === source) return false;
  await rm(stamp, { force: true });
  const run = await runNext('build', distDir, signal);
  if (run.code !== 0) throw new Refusal('The site could not be built: Next says why above.', run.output);
  await writeFile(stamp, source);
  return true;
}

/**
 * Runs one of Next's commands that write into the folder `distDir`. Next may also add that folder to tsconfig.json,
 * which is the project's and not a build's, so that is taken back.
 */
export async function runNext(
  command: 'build' | 'typegen',
  distDir: string,
  signal?: AbortSignal,
): Promise<Run> {
  const before = await readFile(TYPESCRIPT_SETTINGS, 'utf8');
  try {
    return await runProgram(process.execPath, [NEXT, command], {
      cwd: ROOT,
      env: buildEnvironment(distDir),
      signal,
    });
  } finally {
    const after = await readFile(TYPESCRIPT_SETTINGS, 'utf8');
    if (after.includes(distDir) && !before.includes(distDir)) await writeFile(TYPESCRIPT_SETTINGS, before);
  }
}

/** What Next is run with. A build and a production server ask for this mode, whatever the shell says. */
export function buildEnvironment(distDir: string): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' };
}
