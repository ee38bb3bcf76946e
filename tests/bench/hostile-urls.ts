import { parseArgs } from 'node:util';
import { hostileRequests } from '#tests/support/hostile-urls';
import { startInstances } from '#tests/support/instances';
import { sendHostile, timeAlone } from '#tests/support/send-hostile';

/**
 * Twenty thousand random and hostile requests to the listing, to records and to the suggestions: none may be answered
 * with an error of the server's own, none may take longer than a second. On a site of its own, or on one that runs on
 * this machine: `node --conditions=react-server tests/bench/hostile-urls.ts --count 20000 --origin http://127.0.0.1:3000`.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    origin: { type: 'string' },
    dist: { type: 'string', default: '.next-test' },
  },
});

const own = values.origin ? undefined : await startInstances(1, values.dist);
try {
  const origin = values.origin ?? own?.origins[0] ?? '';
  const outcome = await sendHostile(origin, hostileRequests(Number(values.count), Number(values.seed)));
  const statuses = [...outcome.statuses].sort(([a], [b]) => a - b);
  console.log(
    `${outcome.sent} requests: ${statuses.map(([status, times]) => `${status} × ${times}`).join(', ')}`,
  );
  console.log(`slowest: ${Math.round(outcome.slowest.ms)} ms, ${outcome.slowest.path.slice(0, 200)}`);
  const slow: string[] = [];
  for (const request of outcome.slow)
    if ((await timeAlone(origin, request)) > 1_000) slow.push(request.path.slice(0, 200));
  console.log(`slower than a second: ${outcome.slow.length}, of these again when sent alone: ${slow.length}`);
  for (const path of slow.slice(0, 20)) console.log(path);
  for (const failure of outcome.failures.slice(0, 20)) console.log(failure.slice(0, 300));
  if (outcome.failures.length + slow.length > 0) process.exitCode = 1;
} finally {
  await own?.stop();
}
