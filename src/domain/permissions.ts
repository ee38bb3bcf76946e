import { type Actor, actsAs, type Role } from '#domain/actor';
import { isWritable, nextState, type SubmissionState } from '#domain/lifecycle';

/** What a decision about a submission needs to know of it. */
export type SubmissionFacts = {
  state: SubmissionState;
  /** Ids of the accounts that may write in it, the author first. */
  members: readonly string[];
};

export type SubmissionAction = 'read' | 'write' | 'send' | 'withdraw' | 'reopen' | 'share' | 'delete';

const decide: Record<SubmissionAction, (actor: Actor, submission: SubmissionFacts) => boolean> = {
  // An editor reads what was sent, never a draft.
  read: (actor, submission) => isMember(actor, submission) || (isSent(submission) && actsAs(actor, 'editor')),
  write: (actor, submission) => isMember(actor, submission) && isWritable(submission.state),
  send: (actor, submission) => isMember(actor, submission) && nextState(submission.state, 'send') !== null,
  withdraw: (actor, submission) =>
    isMember(actor, submission) && nextState(submission.state, 'withdraw') !== null,
  reopen: (actor, submission) =>
    isMember(actor, submission) && nextState(submission.state, 'reopen') !== null,
  share: (actor, submission) => isAuthor(actor, submission) && isWritable(submission.state),
  delete: (actor, submission) => isAuthor(actor, submission) && submission.state === 'draft',
};

/**
 * Whether a person may do something to a submission. Asked inside the command, next to the row. Who may not read it
 * is told that there is no such submission.
 */
export function may(actor: Actor, action: SubmissionAction, submission: SubmissionFacts): boolean {
  return decide[action](actor, submission);
}

/** Everyone who is signed in may begin an example: an editor looks at the affiliation before anything is published. */
export function mayBegin(actor: Actor): boolean {
  return actor.roles.length > 0;
}

/** Whether a person may invite others, and decide on affiliations. */
export function mayManagePeople(actor: Actor): boolean {
  return actsAs(actor, 'editor') || actsAs(actor, 'administrator');
}

/** Whether a person may give someone a role. Nobody makes someone as powerful as an editor but an administrator. */
export function mayGrant(actor: Actor, role: Role): boolean {
  if (actsAs(actor, 'administrator')) return true;
  return mayManagePeople(actor) && (role === 'officer' || role === 'translator');
}

/** Whether a person may keep another account from doing anything, and let it again. Not their own. */
export function maySuspend(actor: Actor, accountId: string): boolean {
  return actsAs(actor, 'administrator') && actor.id !== accountId;
}

function isMember(actor: Actor, { members }: SubmissionFacts): boolean {
  return members.includes(actor.id);
}

function isAuthor(actor: Actor, { members }: SubmissionFacts): boolean {
  return members[0] === actor.id;
}

function isSent({ state }: SubmissionFacts): boolean {
  return state !== 'draft' && state !== 'withdrawn';
}

/** Whether a person may look after topics, cities and target groups, and see what in the catalogue needs care. */
export function mayEditVocabularies(actor: Actor): boolean {
  return actsAs(actor, 'editor') || actsAs(actor, 'administrator');
}
