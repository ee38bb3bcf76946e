import { type Actor, site } from '#domain/actor';
import { eventOf, nextState, type SubmissionState, type Verb, verbs } from '#domain/lifecycle';
import { may, mayRevise } from '#domain/permissions';

/** What people do in the test: every verb, and what changes what a verb finds. */
export const deeds = [
  ...verbs.filter((verb) => verb !== 'replace'),
  /** Publishes what is due. */
  'site',
  'save',
  'check',
  'revise',
  /** Another version is published from files. */
  'overtake',
  /** A topic it names is taken out of the catalogue. */
  'spoil',
] as const;
export type Deed = (typeof deeds)[number];

type Move = { kind: string; actor: string; before: SubmissionState; after: SubmissionState };

/** A submission as it should be. */
export type Expected = {
  id: string;
  state: SubmissionState;
  members: readonly string[];
  claimedBy: string | null;
  declinedBy: string | null;
  publishAt: Date | null;
  basedOn: number | null;
  judged: boolean;
  spoiled: boolean;
  moves: Move[];
};

/** A practice, from its first draft on: its submissions, the first of them and its revisions. */
export type Line = {
  practiceId: string | null;
  status: 'none' | 'published' | 'archived';
  versions: number;
  submissions: Expected[];
};

/** `again`: the second press of a button. Everything else is what the command answers. */
export const verdictNames = [
  ...(['ok', 'again', 'not-found', 'not-possible', 'not-writable'] as const),
  ...(['incomplete', 'unchecked', 'overtaken'] as const),
] as const;
export type Verdict = (typeof verdictNames)[number];

export type Attempt = {
  deed: Deed;
  actor: Actor;
  line: Line;
  submission: Expected;
  /** Publishes over a newer version. */
  despite: boolean;
  now: Date;
};

const open: readonly SubmissionState[] = [
  ...(['draft', 'submitted', 'in_review', 'changes_requested', 'resubmitted', 'accepted'] as const),
  'scheduled',
];

/** A submission before anything happened to it. */
export function newExpected(id: string, members: readonly string[], basedOn: number | null): Expected {
  const unset = { claimedBy: null, declinedBy: null, publishAt: null, judged: false, spoiled: false };
  return { id, state: 'draft', members, basedOn, moves: [], ...unset };
}

/** What the table and the permissions say about an attempt. */
export function judge(attempt: Attempt): Verdict {
  const { deed, actor, line, submission } = attempt;
  switch (deed) {
    case 'site':
      return 'ok';
    case 'overtake':
      return line.versions > 0 ? 'ok' : 'not-possible';
    case 'spoil':
      return ['accepted', 'scheduled'].includes(submission.state) ? 'ok' : 'not-possible';
    case 'revise':
      return judgeRevision(actor, line);
    case 'save':
      if (!may(actor, 'read', submission)) return 'not-found';
      return may(actor, 'write', submission) ? 'ok' : 'not-writable';
    case 'check':
      if (!may(actor, 'readReview', submission)) return 'not-found';
      return may(actor, 'review', submission) ? 'ok' : 'not-possible';
    default:
      return judgeVerb({ ...attempt, deed });
  }
}

function judgeRevision(actor: Actor, line: Line): Verdict {
  const shown = shownOf(line);
  if (!shown || isUnderRevision(line)) return 'not-possible';
  return mayRevise(actor, { cities: [], members: shown.members }) ? 'ok' : 'not-found';
}

type VerbAttempt = Attempt & { deed: Exclude<Verb, 'replace'> };

function judgeVerb(attempt: VerbAttempt): Verdict {
  const { deed, actor, line, submission } = attempt;
  const isAuthors = ['send', 'withdraw', 'reopen', 'appeal'].includes(deed);
  if (!may(actor, isAuthors ? 'read' : 'readReview', submission)) return 'not-found';
  if (!may(actor, deed, submission)) return isSecondPress(attempt) ? 'again' : 'not-possible';
  const after = nextState(submission.state, deed);
  const joins = after !== null && open.includes(after) && !open.includes(submission.state);
  if (joins && submission.basedOn !== null && isUnderRevision(line)) return 'not-possible';
  if (deed === 'send' && submission.spoiled) return 'incomplete';
  if (deed === 'accept' && !submission.judged) return 'unchecked';
  return deed === 'publish' ? judgePublication(attempt) : 'ok';
}

function judgePublication({ line, submission, despite }: Omit<Attempt, 'actor' | 'deed'>): Verdict {
  if (submission.basedOn !== null && line.versions > submission.basedOn && !despite) return 'overtaken';
  return submission.spoiled ? 'incomplete' : 'ok';
}

/** Of the authors' verbs but the appeal, anyone of them may press second; of the others, who pressed first. */
function isSecondPress({ deed, actor, submission }: VerbAttempt): boolean {
  const { state, members, moves } = submission;
  const done: Partial<Record<Verb, readonly SubmissionState[]>> = {
    send: ['submitted', 'resubmitted'],
    withdraw: ['withdrawn'],
    reopen: ['draft'],
  };
  const states = done[deed];
  if (states) return members.includes(actor.id) && states.includes(state);
  const last = moves.at(-1);
  return last?.kind === eventOf(deed) && last.actor === actor.id;
}

/** What is published, or was until it was archived. */
function shownOf({ submissions }: Line): Expected | undefined {
  return submissions.find(({ state }) => state === 'published' || state === 'archived');
}

function isUnderRevision({ submissions }: Line): boolean {
  return submissions.some(({ basedOn, state }) => basedOn !== null && open.includes(state));
}

/** Does in the model what the deed does, once it was judged to be possible; a revision is added by the caller. */
export function perform({ deed, actor, line, submission, now }: Attempt): void {
  if (deed === 'save') submission.spoiled = false;
  else if (deed === 'spoil') submission.spoiled = true;
  else if (deed === 'check') submission.judged = true;
  else if (deed === 'overtake') line.versions += 1;
  else if (deed !== 'site' && deed !== 'revise') move({ deed, actor, line, submission, now });
}

type Moving = Omit<Attempt, 'deed' | 'actor' | 'despite'> & { deed: Verb; actor: Pick<Actor, 'id'> };

function move({ deed, actor, line, submission, now }: Moving): void {
  if (deed === 'publish') publish(line, now);
  note(submission, deed, actor.id);
  if (deed === 'claim' || deed === 'reconsider') submission.claimedBy = actor === site ? null : actor.id;
  if (['release', 'requestChanges', 'accept', 'decline'].includes(deed)) submission.claimedBy = null;
  if (deed === 'decline') submission.declinedBy = actor.id;
  if (deed === 'accept' || deed === 'publish') submission.declinedBy = null;
  if (deed === 'publish' || deed === 'reconsider') submission.publishAt = null;
  if (deed === 'archive') line.status = 'archived';
  if (deed === 'republish') line.status = 'published';
}

function publish(line: Line, now: Date): void {
  const shown = shownOf(line);
  if (shown) move({ deed: 'replace', actor: site, line, submission: shown, now });
  line.status = 'published';
  line.versions += 1;
}

function note(submission: Expected, verb: Verb, actor: string): void {
  const after = nextState(submission.state, verb);
  if (!after) throw new Error(`${verb} leads nowhere from ${submission.state}`);
  submission.moves.push({ kind: eventOf(verb), actor, before: submission.state, after });
  submission.state = after;
}

/** What the site does by itself at a time: publishes what is due, or hands it back. Tells what it published and stopped. */
export function performDue(lines: readonly Line[], now: Date): { published: string[]; stopped: string[] } {
  const done = { published: [] as string[], stopped: [] as string[] };
  const due = lines.flatMap((line) =>
    line.submissions
      .filter(({ state, publishAt }) => state === 'scheduled' && publishAt && publishAt <= now)
      .map((submission) => ({ line, submission })),
  );
  for (const { line, submission } of due) {
    const isFine = judgePublication({ line, submission, despite: false, now }) === 'ok';
    move({ deed: isFine ? 'publish' : 'reconsider', actor: site, line, submission, now });
    done[isFine ? 'published' : 'stopped'].push(submission.id);
  }
  return done;
}
