import { explainFailure } from './explain.ts';
import { Refusal } from './refusal.ts';
import { readSettings } from './settings.ts';

/** Runs a command that comes to an end by itself. A failure is told in one sentence where it is one a person can mend. */
export async function runOnce(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal && error.details) console.error(error.details.trimEnd());
    console.error(await explainFailure(error, readSettings(process.env).dataFolder));
    process.exitCode = 1;
  }
}
