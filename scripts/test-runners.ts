import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { findTool, type Run, runProgram } from './run-program.ts';
import { ROOT } from './settings.ts';
import type { Tally } from './tally.ts';

type Counts = { passed: number; failed: number };

const VitestReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
  })
  .transform((report): Counts => {
    // A file that cannot be read or set up has no tests to count, and has failed all the same.
    const broken = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
  });

const PlaywrightReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    errors: z.array(z.unknown()),
  })
  .transform(({ stats, errors }): Counts => {
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
  });

/** Runs the tests of one of Vitest's projects. */
export function runVitest(project: string, signal: AbortSignal): Promise<Tally> {
  return runTests(VitestReport, signal, (report) => ({
    args: [
      ...[findTool('vitest/vitest.mjs'), 'run', '--project', project, '--no-color'],
      ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    ],
    env: { ...process.env, NO_COLOR: '1' },
  }));
}

/** Runs the end-to-end tests on the build in `distDir`. */
export function runPlaywright(distDir: string, signal: AbortSignal): Promise<Tally> {
  return runTests(PlaywrightReport, signal, (report) => ({
    args: [findTool('@playwright/test/cli.js'), 'test'],
    env: { ...process.env, TEST_REPORT: report, TEST_DIST_DIR: distDir, NO_COLOR: '1' },
  }));
}

type Call = { args: string[]; env: NodeJS.ProcessEnv };

async function runTests(
  schema: z.ZodType<Counts>,
  signal: AbortSignal,
  makeCall: (report: string) => Call,
): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'test-report-'));
  try {
    const report = path.join(folder, 'report.json');
    const { args, env } = makeCall(report);
    // Asked by SIGINT, both stop their servers before they end.
    const run = await runProgram(process.execPath, args, { cwd: ROOT, env, signal, killSignal: 'SIGINT' });
    return settle(
      run,
      existsSync(report) ? schema.parse(JSON.parse(await readFile(report, 'utf8'))) : undefined,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A run that ended badly though no test failed, such as one whose set-up broke, counts as one failure. */
function settle({ code, output }: Run, counts: Counts = { passed: 0, failed: 0 }): Tally {
  return { ...counts, failed: code === 0 ? counts.failed : Math.max(counts.failed, 1), output };
}
