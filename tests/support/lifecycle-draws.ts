import fc from 'fast-check';
import type { Actor } from '#domain/actor';
import {
  type Attempt,
  type Deed,
  deeds,
  judge,
  type Line,
  type Verdict,
} from '#tests/support/lifecycle-model';

/** What is drawn for one try: numbers that choose among what there is, and among what they choose. */
export const Draw = fc.record({
  among: fc.constantFrom('any', 'any', 'possible', 'possible', 'possible', 'possible', 'telling', 'again'),
  line: fc.nat(),
  submission: fc.nat(),
  actor: fc.nat(),
  deed: fc.nat(),
  despite: fc.boolean(),
});
export type Draw = typeof Draw extends fc.Arbitrary<infer T> ? T : never;

/** Answers that are neither a success nor the plain refusal, by what is drawn. */
const answers: Record<string, readonly Verdict[]> = {
  telling: ['incomplete', 'unchecked', 'overtaken'],
  again: ['again'],
};

/** What leads on is tried more often: left to chance, few examples would ever be published. */
const weights: Partial<Record<string, number>> = {
  ...{ send: 6, claim: 3, accept: 8, publish: 10, schedule: 4, revise: 8, overtaken: 4 },
  ...{ check: 2, spoil: 2 },
};

type Choice = { lines: readonly Line[]; people: readonly Actor[]; now: Date };

/** What is tried: anything by anybody, something possible, or something that is answered in another way. */
export function chooseAttempt({ lines, people, now }: Choice, { among, ...drawn }: Draw): Attempt {
  const line = pick(lines, drawn.line);
  const { despite } = drawn;
  const of = (submission: Attempt['submission'], actor: Actor, deed: Deed): Attempt => {
    return { line, despite, now, deed, actor, submission };
  };
  if (among === 'any')
    return of(pick(line.submissions, drawn.submission), pick(people, drawn.actor), pick(deeds, drawn.deed));
  const all = line.submissions
    .flatMap((one) => people.flatMap((actor) => deeds.map((deed) => of(one, actor, deed))))
    .map((tried) => ({ tried, verdict: judge(tried) }));
  const told = all.filter(({ verdict }) => answers[among]?.includes(verdict));
  const apt = told.length > 0 ? told : all.filter(({ verdict }) => verdict === 'ok');
  const nameOf = ({ tried, verdict }: (typeof all)[number]) => (verdict === 'ok' ? tried.deed : verdict);
  const names = [...new Set(apt.map(nameOf))];
  const weighted = names.flatMap((name) => Array.from({ length: weights[name] ?? 1 }, () => name));
  const name = pick(weighted, drawn.deed);
  const chosen = apt.filter((one) => nameOf(one) === name);
  return pick(chosen, drawn.actor).tried;
}

function pick<T>(choices: readonly T[], number: number): T {
  const chosen = choices[number % choices.length];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
