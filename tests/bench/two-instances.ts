import { parseArgs } from 'node:util';
import { startInstances } from '#tests/support/instances';
import { publishAndLook } from '#tests/support/publish-and-look';

/**
 * Two instances of the built site on one database: a thousand changes are published, and each must be seen at the next
 * request to both: `node --conditions=react-server tests/bench/two-instances.ts --count 1000 --dist .next-test`.
 */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, dist: { type: 'string', default: '.next-test' } },
});

const instances = await startInstances(2, values.dist);
try {
  const count = Number(values.count);
  const started = performance.now();
  const { late, sameTag } = await publishAndLook(instances, count);
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(`${count} changes published, seen late: ${late.length}, in ${seconds} s`);
  for (const sentence of late.slice(0, 20)) console.log(sentence);
  if (late.length > 0 || !sameTag) process.exitCode = 1;
} finally {
  await instances.stop();
}
