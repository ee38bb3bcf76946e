import { Agent, request } from 'node:http';
import type { HostileRequest } from '#tests/support/hostile-urls';

export type HostileOutcome = {
  sent: number;
  /** How many were answered with each status. */
  statuses: Map<number, number>;
  /** Answered with an error of the server's own, or not at all. */
  failures: string[];
  slowest: { ms: number; path: string };
  /** Those that took longer than a second, as they were sent. */
  slow: HostileRequest[];
};

const slowMs = 1_000;

const hops = 5;

/** Sends requests to a site on this machine, some at a time, and follows each as far as the site leads on. */
export async function sendHostile(
  origin: string,
  requests: Iterable<HostileRequest>,
  atOnce = 4,
): Promise<HostileOutcome> {
  const { hostname, port } = new URL(origin);
  if (hostname !== '127.0.0.1') throw new Error('Only a site on this machine, at 127.0.0.1, is sent these.');
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const outcome: HostileOutcome = {
    sent: 0,
    statuses: new Map(),
    failures: [],
    slowest: { ms: 0, path: '' },
    slow: [],
  };
  const iterator = requests[Symbol.iterator]();
  const work = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      const { headers } = next.value;
      let path: string | null = next.value.path;
      for (let hop = 0; path !== null && hop <= hops; hop += 1) {
        const started = performance.now();
        const answer = await send({ port, path, headers, agent });
        note(outcome, { path, headers }, answer.status, performance.now() - started);
        path = answer.location;
      }
      if (path !== null) outcome.failures.push(`leads on and on: ${next.value.path}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  agent.destroy();
  return outcome;
}

/** The best time of three for one request alone: what is slow on a machine that does other things too is not slow yet. */
export async function timeAlone(origin: string, request: HostileRequest): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i += 1) times.push((await sendHostile(origin, [request], 1)).slowest.ms);
  return Math.min(...times);
}

function note(outcome: HostileOutcome, { path, headers }: HostileRequest, status: number, ms: number): void {
  outcome.sent += 1;
  outcome.statuses.set(status, (outcome.statuses.get(status) ?? 0) + 1);
  if (status >= 500 || status === 0) outcome.failures.push(`${status} ${path} ${JSON.stringify(headers)}`);
  if (ms > slowMs) outcome.slow.push({ path, headers });
  if (ms > outcome.slowest.ms) outcome.slowest = { ms, path };
}

type Answer = { status: number; location: string | null };

/** Status 0 when there is no answer within ten seconds. */
function send(options: HostileRequest & { port: string; agent: Agent }): Promise<Answer> {
  return new Promise((resolve) => {
    const limits = { timeout: 10_000, maxHeaderSize: 65_536 };
    const sent = request({ ...options, ...limits, host: '127.0.0.1' }, (response) => {
      const { statusCode: status = 0, headers } = response;
      response.resume();
      response.once('close', () => resolve({ status, location: headers.location ?? null }));
    });
    sent.once('timeout', () => sent.destroy());
    sent.once('error', () => resolve({ status: 0, location: null }));
    sent.end();
  });
}
