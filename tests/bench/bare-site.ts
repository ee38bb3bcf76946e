import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { NEXT } from '#scripts/build-site';
import { findFreePort } from '#scripts/free-port';
import { endProcess } from '#scripts/processes';
import { Refusal } from '#scripts/refusal';
import { runProgram } from '#scripts/run-program';
import { ROOT } from '#scripts/settings';

const folder = path.join(ROOT, 'tests/bench/bare-site');
const secondsToAnswer = 30;
const environment = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };

export type BareSite = { origin: string; pid: number; stop: () => Promise<void> };

/** Builds the bare pages: a Next site of its own, so that the catalogue's build has nothing of it. */
export async function buildBareSite(signal: AbortSignal): Promise<void> {
  const run = await runProgram(process.execPath, [NEXT, 'build', folder], {
    cwd: folder,
    env: environment,
    signal,
  });
  if (run.code !== 0) throw new Refusal('The bare pages could not be built.', run.output);
}

/** Serves the bare pages with markup that was captured into a file. */
export async function serveBareSite(markupFile: string): Promise<BareSite> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [NEXT, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    cwd: folder,
    env: { ...environment, BENCH_MARKUP: markupFile },
    detached: true,
    stdio: 'ignore',
  });
  const { pid } = child;
  if (pid === undefined) throw new Refusal('The bare pages cannot be served: Next is not installed.');
  const origin = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + secondsToAnswer * 1000; Date.now() < deadline; await setTimeout(100)) {
    const answer = await fetch(`${origin}/minimal`).catch(() => null);
    if (answer?.ok) return { origin, pid, stop: () => endProcess(pid) };
  }
  await endProcess(pid);
  throw new Refusal('The bare pages do not answer.');
}
