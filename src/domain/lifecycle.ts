/** Where a submission stands. */
export const submissionStates = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'resubmitted',
  'accepted',
  'scheduled',
  'published',
  'archived',
  'withdrawn',
  'declined',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** What an author does to a submission. */
export type AuthorVerb = 'send' | 'withdraw' | 'reopen';

type Moves = Partial<Record<SubmissionState, SubmissionState>>;

/** The one place that knows what leads where. */
const table: Record<AuthorVerb, Moves> = {
  send: { draft: 'submitted', changes_requested: 'resubmitted' },
  // Until it is taken up by an editor.
  withdraw: { submitted: 'withdrawn', resubmitted: 'withdrawn' },
  reopen: { withdrawn: 'draft' },
};

/** The state a verb leads to; null where it is not possible from here. */
export function nextState(state: SubmissionState, verb: AuthorVerb): SubmissionState | null {
  return table[verb][state] ?? null;
}

/** Whether its authors may write in it. */
export function isWritable(state: SubmissionState): boolean {
  return nextState(state, 'send') !== null;
}
