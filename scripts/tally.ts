import { Refusal } from './refusal.ts';
import { findTool, type Run, runProgram } from './run-program.ts';
import { ROOT } from './settings.ts';

/** What one check counted, and what was printed, which is shown when something failed. */
export type Tally = { passed: number; failed: number; output: string };

/** A program that ends well has passed. */
export function tallyRun({ code, output }: Run): Tally {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** Work that is not refused has passed. */
export async function tallyWork(work: () => Promise<unknown>): Promise<Tally> {
  try {
    await work();
    return { passed: 1, failed: 0, output: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { passed: 0, failed: 1, output: `${error.details}\n${error.message}`.trim() };
  }
}

/** Runs a package's program as a check. */
export async function tallyTool(file: string, args: readonly string[], signal: AbortSignal): Promise<Tally> {
  return tallyRun(await runProgram(process.execPath, [findTool(file), ...args], { cwd: ROOT, signal }));
}
