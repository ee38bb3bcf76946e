import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { queryDatabase } from '#scripts/query-database';
import { compareSamples } from '#tests/support/compare-samples';
import { startInstances } from '#tests/support/instances';
import { type Attempt, drawAddresses, measureAttempt } from '#tests/support/sign-in-attempts';

/**
 * Whether anyone can learn from the sign-in who has an account: 500 attempts for addresses with and without one, in random
 * order, each an address asked for and a wrong code typed. Answers must be alike to the letter, and times not to be told
 * apart. On a site of its own, or on one that runs on this machine with TRUSTED_PROXIES=1:
 * `node --conditions=react-server tests/bench/sign-in-timing.ts --origin http://127.0.0.1:3000 --database postgresql://…`.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    origin: { type: 'string' },
    database: { type: 'string' },
    dist: { type: 'string', default: '.next-test' },
  },
});

// Each attempt comes from a network of its own, told as a proxy would: the limits are not what is measured.
process.env.TRUSTED_PROXIES = '1';
const own = values.origin ? undefined : await startInstances(1, values.dist);
try {
  const origin = values.origin ?? own?.origins[0] ?? '';
  const database = values.database ?? own?.databaseUrl ?? '';
  const count = Number(values.count);
  const addresses = drawAddresses(count + 40);
  for (const { email, isKnown } of addresses)
    if (isKnown)
      await queryDatabase(
        database,
        `insert into account (id, email, locale, roles) values ($1, $2, 'en', '{officer}')`,
        [email.slice(0, 10), email],
      );
  const attempts: Attempt[] = [];
  for (const address of addresses) attempts.push(await measureAttempt(origin, address));
  // The first ones warm up caches and connections.
  report(attempts.slice(40));
} finally {
  await own?.stop();
}

function report(attempts: readonly Attempt[]): void {
  const kinds = [true, false].map((isKnown) => attempts.filter((attempt) => attempt.isKnown === isKnown));
  const [known = [], unknown = []] = kinds;
  const answers = kinds.map((kind) => [...new Set(kind.map(({ answer }) => answer))].sort());
  const areAlike = JSON.stringify(answers[0]) === JSON.stringify(answers[1]);
  console.log(`${known.length} known, ${unknown.length} unknown; answers ${areAlike ? 'alike' : 'differ'}`);
  for (const answer of new Set(answers.flat())) console.log(`  ${answer}`);
  let isTold = !areAlike || new Set(answers.flat()).size !== 1;
  for (const what of ['ask', 'check'] as const) {
    const times = (kind: readonly Attempt[]) => kind.map((attempt) => attempt[what]);
    const random = () => randomInt(2 ** 32) / 2 ** 32;
    const { means, medians, auc, kolmogorovSmirnov, permutation } = compareSamples(
      times(known),
      times(unknown),
      random,
    );
    const pair = (numbers: readonly number[]) => numbers.map((ms) => ms.toFixed(2)).join(' / ');
    console.log(
      `${what}: mean ${pair(means)} ms, median ${pair(medians)} ms (known / unknown), AUC ${auc.toFixed(3)}, ` +
        `Kolmogorov–Smirnov p = ${kolmogorovSmirnov.toFixed(3)}, permutation p = ${permutation.toFixed(3)}`,
    );
    // Three standard errors of an AUC of two samples of 250 are 0.08.
    isTold ||= Math.abs(auc - 0.5) > 0.08 || kolmogorovSmirnov < 0.005 || permutation < 0.005;
  }
  console.log(isTold ? 'They can be told apart.' : 'They cannot be told apart.');
  if (isTold) process.exitCode = 1;
}
