/** What a step of a command did; the text stands in place of the time when there was nothing to do. */
type Outcome<Result> = { result: Result; note?: string; report?: string };

/** Says what is being done, does it, and says how long it took. A report follows on lines of its own. */
export async function step<Result>(label: string, work: () => Promise<Outcome<Result>>): Promise<Result> {
  process.stdout.write(`${label} … `);
  const started = performance.now();
  try {
    const { result, note, report } = await work();
    process.stdout.write(`${note ?? formatSeconds(performance.now() - started)}\n`);
    if (report) process.stdout.write(`${indent(report)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('\n');
    throw error;
  }
}

/** Milliseconds as "1.2 s". */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^(?=.)/gm, '  ');
}
