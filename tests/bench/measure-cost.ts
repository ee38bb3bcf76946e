import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { measureTarget, median, type Target } from '#tests/bench/http-load';

/** What a request costs: milliseconds of the whole machine at so many connections, and of the site's process alone. */
type Cost = { perRequest: number; p95: number; cpu: number };
export type Measured = { name: string; connections: number; cost: Cost; ratio: number; cpuRatio: number };
export type Pair = { real: Target; realPid: number; bare: Target; barePid: number };

/** How long to look, and what ends it early. */
export type Effort = { rounds: number; ms: number; signal: AbortSignal };

/** A clock tick of /proc, in milliseconds. */
const tickMs = 10;

/**
 * The cost of every target relative to its bare page, at so many connections. Targets and bare pages take turns, round
 * after round; a round's ratio compares what was measured side by side, and the median of the rounds is the result.
 */
export async function measureCosts(
  pairs: readonly Pair[],
  connections: number,
  { rounds, ms, signal }: Effort,
): Promise<Measured[]> {
  const costs = pairs.map(() => ({ real: [] as Cost[], bare: [] as Cost[] }));
  for (let round = -1; round < rounds; round += 1) {
    for (const [i, { real, realPid, bare, barePid }] of pairs.entries()) {
      signal.throwIfAborted();
      // The first round warms both up.
      const own = await measureOne(real, realPid, connections, round < 0 ? ms / 2 : ms);
      const other = await measureOne(bare, barePid, connections, round < 0 ? ms / 2 : ms);
      if (round < 0) continue;
      costs[i]?.real.push(own);
      costs[i]?.bare.push(other);
    }
  }
  return pairs.map((pair, i) => {
    const { real = [], bare = [] } = costs[i] ?? {};
    const ratioOf = (name: keyof Cost) =>
      median(real.map((cost, round) => cost[name] / (bare[round]?.[name] ?? Number.NaN)));
    const of = (name: keyof Cost) => median(real.map((cost) => cost[name]));
    return {
      name: pair.real.name,
      connections,
      cost: { perRequest: of('perRequest'), p95: of('p95'), cpu: of('cpu') },
      ratio: ratioOf('perRequest'),
      cpuRatio: ratioOf('cpu'),
    };
  });
}

/** A machine that is very busy may keep a request waiting longer than the site has patience: then once more. */
async function measureOne(
  target: Target,
  pid: number,
  connections: number,
  ms: number,
  attemptsLeft = 3,
): Promise<Cost> {
  const before = await readCpu(pid);
  try {
    const { perRequest, p95, requests } = await measureTarget(target, connections, ms);
    return { perRequest, p95, cpu: ((await readCpu(pid)) - before) / requests };
  } catch (error) {
    if (attemptsLeft <= 1) throw error;
    console.log(`${error instanceof Error ? error.message : error}; once more`);
    await setTimeout(2_000);
    return measureOne(target, pid, connections, ms, attemptsLeft - 1);
  }
}

/** Milliseconds of processor time that a process has used. */
async function readCpu(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
