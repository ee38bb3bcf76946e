import { Agent, request } from 'node:http';

export type Target = { name: string; url: string; headers?: Record<string, string>; status?: number };
/** Milliseconds a request takes from the site, on average: with several connections, the time divided by requests. */
export type Round = { perRequest: number; p95: number; requests: number };

const loopback = new Set(['127.0.0.1', 'localhost']);

/** Asks one target again and again for so many milliseconds, over so many connections that stay open. */
export async function measureTarget(target: Target, connections: number, ms: number): Promise<Round> {
  if (!loopback.has(new URL(target.url).hostname)) throw new Error('load is for this machine alone');
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() - began < ms) {
          const asked = performance.now();
          await ask(target, agent);
          times.push(performance.now() - asked);
        }
      }),
    );
    const perRequest = (performance.now() - began) / times.length;
    return { perRequest, p95: quantile(times, 0.95), requests: times.length };
  } finally {
    agent.destroy();
  }
}

/** The value below which such a share of the values is. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function ask({ url, headers = {}, status = 200 }: Target, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === status) resolve();
        else reject(new Error(`${url} answered ${response.statusCode}, not ${status}`));
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
