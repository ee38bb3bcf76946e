import { type Actor, actsAs, type Role } from '#domain/actor';
import { isDoneBy, isSent, isWritable, nextState, type SubmissionState, type Verb } from '#domain/lifecycle';

/** What a decision about a submission needs to know of it. */
export type SubmissionFacts = {
  state: SubmissionState;
  /** Ids of the accounts that may write in it, the author first. */
  members: readonly string[];
  /** The editor who has taken it up. */
  claimedBy: string | null;
  /** The editor who declined it. */
  declinedBy: string | null;
};

/** What people do to a submission. `replace` happens to it when a later version is published. */
export type SubmissionAction =
  | 'read'
  | 'write'
  | 'share'
  | 'delete'
  /** To see it as an editor does, with its comments, checks and history. */
  | 'readReview'
  /** To comment, check and ask others while it is under review. */
  | 'review'
  /** To answer what an editor wrote. */
  | 'answer'
  | Exclude<Verb, 'replace'>;

type Decision = (actor: Actor, submission: SubmissionFacts) => boolean;

const byMember =
  (verb: Verb): Decision =>
  (actor, submission) =>
    isMember(actor, submission) && isDoneBy(verb, 'member') && nextState(submission.state, verb) !== null;

/** Four eyes: whoever writes in it decides nothing about it. */
const byEditor =
  (verb: Verb, condition: Decision = () => true): Decision =>
  (actor, submission) =>
    isOtherEditor(actor, submission) &&
    isDoneBy(verb, 'editor') &&
    nextState(submission.state, verb) !== null &&
    condition(actor, submission);

const hasClaimed: Decision = (actor, { claimedBy }) => claimedBy === actor.id;

const decide: Record<SubmissionAction, Decision> = {
  // An editor reads what was sent, never a draft, nor what is being written after it was sent.
  read: (actor, submission) =>
    isMember(actor, submission) ||
    (isSent(submission.state) && !isWritable(submission.state) && actsAs(actor, 'editor')),
  write: (actor, submission) => isMember(actor, submission) && isWritable(submission.state),
  share: (actor, submission) => isAuthor(actor, submission) && isWritable(submission.state),
  delete: (actor, submission) => isAuthor(actor, submission) && submission.state === 'draft',
  readReview: (actor, submission) => isSent(submission.state) && isOtherEditor(actor, submission),
  review: (actor, submission) => submission.state === 'in_review' && isOtherEditor(actor, submission),
  answer: (actor, submission) => isMember(actor, submission) && isSent(submission.state),
  send: byMember('send'),
  withdraw: byMember('withdraw'),
  reopen: byMember('reopen'),
  appeal: byMember('appeal'),
  // An appeal is heard by another editor than the one who declined.
  claim: byEditor(
    'claim',
    (actor, { claimedBy, declinedBy }) => claimedBy !== actor.id && declinedBy !== actor.id,
  ),
  release: byEditor('release', hasClaimed),
  requestChanges: byEditor('requestChanges', hasClaimed),
  accept: byEditor('accept', hasClaimed),
  decline: byEditor('decline', hasClaimed),
  reconsider: byEditor('reconsider'),
  schedule: byEditor('schedule'),
  publish: byEditor('publish'),
  archive: byEditor('archive'),
  republish: byEditor('republish'),
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

/** Whether a person may see the review pages at all; of their own examples they decide nothing. */
export function mayReview(actor: Actor): boolean {
  return actsAs(actor, 'editor');
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

/** What a decision about a published practice needs to know of it. */
export type PracticeFacts = {
  /** Ids of its cities. */
  cities: readonly string[];
  /** Ids of the accounts that wrote the published version. */
  members: readonly string[];
};

/** Whether a person may begin a revision: who wrote it, a confirmed officer of one of its cities, an editor. */
export function mayRevise(actor: Actor, { cities, members }: PracticeFacts): boolean {
  return actsAs(actor, 'editor') || speaksFor(actor, { cities, members });
}

/** Whether a person may say for the city that a practice is still as it says. */
export function speaksFor(actor: Actor, { cities, members }: PracticeFacts): boolean {
  return (
    members.includes(actor.id) || actor.cities.some(({ id, confirmed }) => confirmed && cities.includes(id))
  );
}

function isOtherEditor(actor: Actor, submission: SubmissionFacts): boolean {
  return actsAs(actor, 'editor') && !isMember(actor, submission);
}

function isMember(actor: Actor, { members }: SubmissionFacts): boolean {
  return members.includes(actor.id);
}

function isAuthor(actor: Actor, { members }: SubmissionFacts): boolean {
  return members[0] === actor.id;
}

/** Whether a person may look after topics, cities and target groups, and see what in the catalogue needs care. */
export function mayEditVocabularies(actor: Actor): boolean {
  return actsAs(actor, 'editor') || actsAs(actor, 'administrator');
}
