import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Check, listChecks } from './checks.ts';
import { explainFailure } from './explain.ts';
import { Refusal } from './refusal.ts';
import { ROOT } from './settings.ts';
import { formatSeconds } from './step.ts';
import { listenForStop } from './stop-signal.ts';
import { sweepLeftovers } from './throwaway-postgres.ts';

/** Written by Next for the build it made last, and the editor's; so it is put back as it was. */
const ROUTE_TYPES = path.join(ROOT, 'next-env.d.ts');

/** `npm test`: every check, or those named by `--only`. Nothing that it starts or writes is left behind. */
const signal = listenForStop();
const distDir = `.next-test-${process.pid}`;
try {
  process.exitCode = await runChecks(chooseChecks(listChecks(distDir)));
} catch (error) {
  console.error(await explainFailure(error));
  process.exitCode = 1;
}

async function runChecks(checks: readonly Check[]): Promise<number> {
  const routeTypes = existsSync(ROUTE_TYPES) ? await readFile(ROUTE_TYPES) : undefined;
  const total = { passed: 0, failed: 0 };
  const broken = new Set<string>();
  try {
    for (const check of checks) {
      if (signal.aborted) return 130;
      const { passed, failed } = await runCheck(check, broken);
      if (failed > 0) broken.add(check.name);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    await cleanUp(routeTypes, total.failed === 0);
  }
  if (signal.aborted) return 130;
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function runCheck(
  check: Check,
  broken: ReadonlySet<string>,
): Promise<{ passed: number; failed: number }> {
  process.stdout.write(`${check.label} … `);
  if (check.needs && broken.has(check.needs)) {
    console.log('not possible, since the build failed');
    return { passed: 0, failed: 1 };
  }
  const started = performance.now();
  const tally = await check.run(signal);
  const passed = check.prepares ? 0 : tally.passed;
  const counts = check.prepares && tally.failed === 0 ? '' : `${passed} passed, ${tally.failed} failed, `;
  console.log(`${counts}${formatSeconds(performance.now() - started)}`);
  if (tally.failed > 0 && !signal.aborted) console.log(`\n${tally.output.trim()}\n`);
  return { passed, failed: tally.failed };
}

function chooseChecks(checks: readonly Check[]): readonly Check[] {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return checks;
  const wanted = values.only.split(',');
  const names = checks.filter((check) => !check.prepares).map((check) => check.name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Refusal(`There is no check "${unknown}": choose from ${names.join(', ')}.`);
  return checks.filter(({ name, prepares = [] }) =>
    [name, ...prepares].some((served) => wanted.includes(served)),
  );
}

async function cleanUp(routeTypes: Buffer | undefined, allPassed: boolean): Promise<void> {
  await rm(path.join(ROOT, distDir), { recursive: true, force: true });
  // What Playwright kept of a failure helps to understand it.
  if (allPassed) await rm(path.join(ROOT, 'test-results'), { recursive: true, force: true });
  if (routeTypes) await writeFile(ROUTE_TYPES, routeTypes);
  else await rm(ROUTE_TYPES, { force: true });
  await sweepLeftovers();
}
