import path from 'node:path';
import { buildEnvironment, buildSite, NEXT } from './build-site.ts';
import { installBrowser } from './find-chromium.ts';
import { prepareClient } from './prepare-client.ts';
import { runProgram, runScript } from './run-program.ts';
import { ROOT } from './settings.ts';
import { type Tally, tallyRun, tallyTool, tallyWork } from './tally.ts';
import { runPlaywright, runVitest } from './test-runners.ts';

export type Check = {
  name: string;
  label: string;
  /** For a preparation: the checks it is made for. It counts only when it fails. */
  prepares?: readonly string[];
  /** A check without which this one cannot be made. */
  needs?: string;
  run: (signal: AbortSignal) => Promise<Tally>;
};

/** Everything `npm test` does, in order. The site under test is built into `distDir`. */
export function listChecks(distDir: string): readonly Check[] {
  return [
    {
      name: 'browser',
      label: 'Looking for a browser',
      prepares: ['e2e'],
      run: () => tallyWork(installBrowser),
    },
    {
      name: 'client',
      label: 'Preparing the database client',
      prepares: ['types', 'dead-code', 'unit', 'database', 'content', 'build', 'e2e'],
      run: (signal) => tallyWork(() => prepareClient(signal)),
    },
    {
      name: 'format',
      label: 'Format and lint',
      run: (signal) => tallyTool('@biomejs/biome/bin/biome', ['ci', '--colors=off'], signal),
    },
    { name: 'types', label: 'Types', run: (signal) => checkTypes(distDir, signal) },
    {
      name: 'dead-code',
      label: 'Dead code',
      run: (signal) => tallyTool('knip/bin/knip.js', ['--no-progress'], signal),
    },
    { name: 'architecture', label: 'Architecture', run: (signal) => runVitest('architecture', signal) },
    { name: 'unit', label: 'Unit tests', run: (signal) => runVitest('unit', signal) },
    { name: 'database', label: 'Database tests', run: (signal) => runVitest('database', signal) },
    { name: 'content', label: 'Content', run: checkContent },
    {
      name: 'build',
      label: 'Building the site',
      run: (signal) => tallyWork(() => buildSite(distDir, signal)),
    },
    {
      name: 'e2e',
      label: 'End-to-end tests',
      needs: 'build',
      run: (signal) => runPlaywright(distDir, signal),
    },
  ];
}

/** Next writes the types of the routes first. */
async function checkTypes(distDir: string, signal: AbortSignal): Promise<Tally> {
  const options = { cwd: ROOT, env: buildEnvironment(distDir), signal };
  const generated = await runProgram(process.execPath, [NEXT, 'typegen'], options);
  if (generated.code !== 0) return tallyRun(generated);
  return tallyTool('typescript/bin/tsc', ['--noEmit', '--incremental', 'false', '--pretty', 'false'], signal);
}

async function checkContent(signal: AbortSignal): Promise<Tally> {
  return tallyRun(await runScript(path.join(ROOT, 'scripts', 'content-check.ts'), [], { cwd: ROOT, signal }));
}
