import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { Refusal } from './refusal.ts';
import { findTool, runProgram } from './run-program.ts';
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
  const settings = await readFile(TYPESCRIPT_SETTINGS, 'utf8');
  const run = await runProgram(process.execPath, [NEXT, 'build'], {
    cwd: ROOT,
    env: buildEnvironment(distDir),
    signal,
  });
  // Next may add the folder of a build to this file, which is the project's and not the build's.
  const added =
    !settings.includes(distDir) && (await readFile(TYPESCRIPT_SETTINGS, 'utf8')).includes(distDir);
  if (added) await writeFile(TYPESCRIPT_SETTINGS, settings);
  if (run.code !== 0) throw new Refusal('The site could not be built: Next says why above.', run.output);
  await writeFile(stamp, source);
  return true;
}

/** What Next is run with. A build and a production server ask for this mode, whatever the shell says. */
export function buildEnvironment(distDir: string): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1' };
}
