import {
  type FieldName,
  fieldNames,
  type StepName,
  stepNames,
  submissionFields,
} from '#domain/submission-fields';

/** What a comment is about: a field, the files, or, empty, the example as a whole. */
export type TalkPlace = FieldName | 'files' | '';

/** All of them, the whole first, then in reading order. */
export const talkPlaces: readonly TalkPlace[] = [
  '',
  ...fieldNames.filter((name) => name !== 'agreed'),
  'files',
];

export const talkLimits = {
  /** Characters of one comment. */
  comment: 3_000,
  /** Comments about one submission, answers among them. */
  comments: 500,
} as const;

/** A comment or an answer. */
export type TalkEntry = {
  id: string;
  /** The writer's name, and whether it is the reader. */
  by: string;
  own: boolean;
  /** Whether its writer writes in the example or edits it. */
  party: 'editor' | 'member';
  at: Date;
  text: string;
  /** Whether the other side can read it. */
  shared: boolean;
};

type Suggestion = {
  /** The wording that is proposed, and the version of the fields it was made from. */
  text: string;
  base: number;
  state: 'open' | 'taken' | 'left';
};

/** A comment with its answers, in the order they were written. */
export type Thread = {
  /** That of its first comment. */
  id: string;
  place: TalkPlace;
  entries: readonly TalkEntry[];
  suggestion: Suggestion | null;
  /** Which time it had been sent when the talk began. */
  sentNumber: number;
  done: boolean;
};

export function isTalkPlace(name: string): name is TalkPlace {
  return talkPlaces.some((place) => place === name);
}

/** Whether another wording can be proposed for it: for a text, not for a choice. */
export function takesSuggestion(place: TalkPlace): place is FieldName {
  if (place === '' || place === 'files') return false;
  return ['line', 'text', 'markdown', 'url'].includes(submissionFields[place].kind);
}

/** The step of the form at which its writers meet it. */
export function stepOfPlace(place: TalkPlace): StepName {
  if (place === '') return 'place';
  return place === 'files' ? 'files' : submissionFields[place].step;
}

/** What is still to be answered, in reading order. */
export function openThreads(threads: readonly Thread[]): Thread[] {
  return inReadingOrder(threads).filter(({ done }) => !done);
}

export function inReadingOrder(threads: readonly Thread[]): Thread[] {
  return [...threads].sort((one, other) => talkPlaces.indexOf(one.place) - talkPlaces.indexOf(other.place));
}

/** How many comments wait for an answer at each step. */
export function countOpen(threads: readonly Thread[]): ReadonlyMap<StepName, number> {
  const open = openThreads(threads);
  return new Map(
    stepNames.map((step) => [step, open.filter(({ place }) => stepOfPlace(place) === step).length] as const),
  );
}
