import type { Role } from '#domain/actor';
import type { DecisionLetter } from '#domain/decision';
import type { PracticeEventKind, SubmissionEventKind } from '#domain/event-kinds';
import type { Verdict as OpinionVerdict } from '#domain/opinion';
import type { Check, Criterion } from '#domain/review-criteria';
import type { TalkPlace } from '#domain/review-talk';

/** As whom someone did something: as one of its writers, in a role, as somebody asked from outside, or not as a person. */
export type DoerRole = 'author' | Role | 'outside' | 'site' | 'content';

export type Doer = {
  /** An account's id, or what the event says in its place. */
  id: string;
  as: DoerRole;
  /** Null where the reader is not told who it was, or where it is no person. */
  name: string | null;
};

/** What there is to tell besides who and when, with names in place of ids. */
export type EventFacts = {
  /** Which time it was sent. */
  number?: number;
  /** Of the practice. */
  version?: number;
  /** With whom it was shared, from whom it was taken over, who was asked. */
  person?: string;
  /** The editor who asked for an opinion. */
  askedBy?: string;
  opinion?: OpinionVerdict;
  /** Of a translation. */
  language?: string;
  city?: string;
  /** Names of places. */
  places?: { before: readonly string[]; after: readonly string[] };
  dueOn?: { before: Date | null; after: Date | null };
  checks?: readonly { criterion: Criterion; before: Check['verdict']; after: Check['verdict'] }[];
  publishAt?: Date;
  /** What comments are about. */
  about?: readonly TalkPlace[];
  /** Comments that its authors got with a decision. */
  comments?: number;
  /** Why it could not be published. */
  stopped?: 'overtaken' | 'incomplete' | 'failed';
  /** What someone wrote with it, word for word. */
  words?: string;
  letter?: DecisionLetter;
};

type What =
  | { source: 'submission'; kind: SubmissionEventKind }
  | { source: 'practice'; kind: PracticeEventKind };

/** An event of the history as it is told. */
export type ToldEvent = What & {
  at: Date;
  by: Doer;
  facts: EventFacts;
  /** How many events of its kind it stands for. */
  count: number;
};

/** Kinds of which many in a row are told as one. */
const gathered: readonly string[] = [
  'file-added',
  'file-removed',
  'commented',
  'comment-answered',
  'comment-taken-back',
  'comment-done',
  'comment-reopened',
  'suggestion-taken',
  'suggestion-left',
];

export type ToldDay = { day: Date; events: readonly ToldEvent[] };

/** The history by days, in the order it happened; what someone did many times in a row stands there once. */
export function groupByDay(events: readonly ToldEvent[]): readonly ToldDay[] {
  const days: { day: Date; events: ToldEvent[] }[] = [];
  for (const event of events) {
    const day = dayOf(event.at);
    if (days.at(-1)?.day.getTime() !== day.getTime()) days.push({ day, events: [] });
    const told = days.at(-1)?.events ?? [];
    const last = told.at(-1);
    if (last && isSame(last, event)) told[told.length - 1] = join(last, event);
    else told.push(event);
  }
  return days;
}

function dayOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
}

function isSame(one: ToldEvent, other: ToldEvent): boolean {
  return (
    gathered.includes(other.kind) &&
    one.source === other.source &&
    one.kind === other.kind &&
    one.by.id === other.by.id
  );
}

function join(one: ToldEvent, other: ToldEvent): ToldEvent {
  const about = [...new Set([...(one.facts.about ?? []), ...(other.facts.about ?? [])])];
  const facts = { ...one.facts, ...(about.length > 0 && { about }) };
  return { ...one, facts, count: one.count + other.count };
}
