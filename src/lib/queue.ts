/**
 * Runs at most so many works at a time; as many as `waiting` stand in line, and whoever comes then is turned away. What
 * waits and what runs is bounded, and with it the memory.
 */
export function makeQueue({ running, waiting }: { running: number; waiting: number }) {
  let active = 0;
  const line: (() => void)[] = [];
  // The place goes to the next in line at once: nobody who comes meanwhile finds it free.
  const leave = () => {
    const next = line.shift();
    if (next) next();
    else active -= 1;
  };
  return async function enqueue<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false }> {
    if (active >= running && line.length >= waiting) return { ok: false };
    if (active >= running) await new Promise<void>((resolve) => line.push(resolve));
    else active += 1;
    try {
      return { ok: true, value: await work() };
    } finally {
      leave();
    }
  };
}
