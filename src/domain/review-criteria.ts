import { z } from 'zod';

/** What an editor looks for in an example, in the order of the page that explains it. */
export const criteria = ['aim', 'city', 'evidence', 'plain', 'transferable'] as const;
export type Criterion = (typeof criteria)[number];

export const verdicts = ['met', 'partly', 'not'] as const;

/** Characters of a note. */
export const noteLimit = 2_000;

/** What was found of one criterion; without a verdict while nobody has judged it. */
export const Check = z.object({ verdict: z.enum(verdicts).nullable(), note: z.string().max(noteLimit) });
export type Check = z.output<typeof Check>;

export type Checks = Readonly<Record<Criterion, Check>>;

/** What stands there before anything was judged. */
export const unjudged: Check = { verdict: null, note: '' };

/** Criteria that keep an example from being accepted: not judged, or not met without a word about why. */
export function findUnchecked(checks: Checks): Criterion[] {
  return criteria.filter((criterion) => {
    const { verdict, note } = checks[criterion];
    return verdict === null || (verdict === 'not' && note.trim() === '');
  });
}
