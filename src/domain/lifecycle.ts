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
  'replaced',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** Who does something to a submission: who writes in it, an editor who does not, or the site itself when it is time. */
export type Party = 'member' | 'editor' | 'site';

export const verbs = [
  'send',
  'withdraw',
  'reopen',
  'appeal',
  'claim',
  'release',
  'requestChanges',
  'accept',
  'decline',
  'reconsider',
  'schedule',
  'publish',
  'archive',
  'republish',
  'replace',
] as const;
/** What is done to a submission. */
export type Verb = (typeof verbs)[number];

type Rule = {
  by: readonly Party[];
  moves: Partial<Record<SubmissionState, SubmissionState>>;
  /** What its line in the history is called. */
  event: string;
};

/** The one place that knows what leads where, and who may take it there. */
const lifecycle = {
  send: { by: ['member'], moves: { draft: 'submitted', changes_requested: 'resubmitted' }, event: 'sent' },
  // Until it is taken up by an editor, or once it is the author's turn again.
  withdraw: {
    by: ['member'],
    moves: { submitted: 'withdrawn', resubmitted: 'withdrawn', changes_requested: 'withdrawn' },
    event: 'withdrawn',
  },
  reopen: { by: ['member'], moves: { withdrawn: 'draft' }, event: 'reopened' },
  appeal: { by: ['member'], moves: { declined: 'resubmitted' }, event: 'appealed' },
  // Also from another editor, who is away.
  claim: {
    by: ['editor'],
    moves: { submitted: 'in_review', resubmitted: 'in_review', in_review: 'in_review' },
    event: 'claimed',
  },
  release: { by: ['editor'], moves: { in_review: 'submitted' }, event: 'released' },
  requestChanges: { by: ['editor'], moves: { in_review: 'changes_requested' }, event: 'changes-requested' },
  accept: { by: ['editor'], moves: { in_review: 'accepted' }, event: 'accepted' },
  decline: { by: ['editor'], moves: { in_review: 'declined' }, event: 'declined' },
  // Also what was to be published at its time, and could not be.
  reconsider: {
    by: ['editor', 'site'],
    moves: { accepted: 'in_review', scheduled: 'in_review', declined: 'in_review' },
    event: 'reconsidered',
  },
  schedule: {
    by: ['editor'],
    moves: { accepted: 'scheduled', scheduled: 'scheduled' },
    event: 'scheduled',
  },
  publish: {
    by: ['editor', 'site'],
    moves: { accepted: 'published', scheduled: 'published' },
    event: 'published',
  },
  archive: { by: ['editor'], moves: { published: 'archived' }, event: 'archived' },
  republish: { by: ['editor'], moves: { archived: 'published' }, event: 'republished' },
  // By the publication of a revision.
  replace: { by: ['site'], moves: { published: 'replaced', archived: 'replaced' }, event: 'replaced' },
} as const satisfies Record<Verb, Rule>;

/** What a verb's line in the history is called. */
export type VerbEvent = (typeof lifecycle)[Verb]['event'];

/** The state a verb leads to; null where it is not possible from here. */
export function nextState(state: SubmissionState, verb: Verb): SubmissionState | null {
  const { moves }: Rule = lifecycle[verb];
  return moves[state] ?? null;
}

/** Whether a party may do it at all. */
export function isDoneBy(verb: Verb, party: Party): boolean {
  const { by }: Rule = lifecycle[verb];
  return by.includes(party);
}

/** What a verb's line in the history is called. */
export function eventOf(verb: Verb): VerbEvent {
  return lifecycle[verb].event;
}

/** What the lines of the history are called that tell of a move. */
export const moveEvents: readonly VerbEvent[] = verbs.map(eventOf);

/** Whether its authors may write in it. */
export function isWritable(state: SubmissionState): boolean {
  return nextState(state, 'send') !== null;
}

/** Whether editors know of it: it was sent, and not taken back. */
export function isSent(state: SubmissionState): boolean {
  return state !== 'draft' && state !== 'withdrawn';
}

/** Whether it waits for an editor to take it up. */
export function isWaiting(state: SubmissionState): boolean {
  return state !== 'in_review' && nextState(state, 'claim') !== null;
}
