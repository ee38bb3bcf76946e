import { setTimeout } from 'node:timers/promises';

type Pace = { atOnce: number; everyMs: number };
type Lane = { running: number; next: number; waiting: (() => void)[] };

/** Does work by name at a pace: of one name at most so many at once, and none sooner than that after the one before. */
export function keepPace({ atOnce, everyMs }: Pace) {
  const lanes = new Map<string, Lane>();
  return async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const lane = lanes.get(name) ?? { running: 0, next: 0, waiting: [] };
    lanes.set(name, lane);
    if (lane.running < atOnce) lane.running += 1;
    // Whoever is done hands its place on.
    else await new Promise<void>((resolve) => lane.waiting.push(resolve));
    try {
      const now = performance.now();
      const pause = lane.next - now;
      lane.next = Math.max(lane.next, now) + everyMs;
      if (pause > 0) await setTimeout(pause);
      return await work();
    } finally {
      const next = lane.waiting.shift();
      if (next) next();
      else lane.running -= 1;
    }
  };
}
