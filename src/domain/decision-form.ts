import { type DecisionLetter, decisionLimits, type ToldVerb, toldVerbs } from '#domain/decision';
import type { Verb } from '#domain/lifecycle';

/** What editors decide, each on a page of its own; the first that is possible is the one most come for. */
export const decisionVerbs = [
  'accept',
  'requestChanges',
  'decline',
  'publish',
  'schedule',
  'archive',
  'republish',
  'reconsider',
] as const satisfies readonly Verb[];
export type DecisionVerb = (typeof decisionVerbs)[number];

const decisionFields = ['reasons', 'because', 'day', 'time', 'note', 'despite', 'subject', 'text'] as const;
export type DecisionField = (typeof decisionFields)[number];

const ownFields: Record<DecisionVerb, readonly DecisionField[]> = {
  accept: [],
  requestChanges: [],
  decline: ['reasons'],
  publish: ['note', 'despite'],
  schedule: ['day', 'time'],
  archive: ['because'],
  republish: [],
  reconsider: ['reasons'],
};

/** Whether the authors are told by a mail that the editor may change before. */
export function isTold(verb: DecisionVerb): verb is DecisionVerb & ToldVerb {
  return toldVerbs.some((told) => told === verb);
}

/** What the form of a decision asks for, in order. */
export function fieldsOfDecision(verb: DecisionVerb): readonly DecisionField[] {
  return [...ownFields[verb], ...(isTold(verb) ? (['subject', 'text'] as const) : [])];
}

/** What was written with a decision; what its form does not ask for is empty. */
export type WrittenDecision = {
  letter: DecisionLetter;
  reasons: string;
  because: string;
  note: string;
  publishAt: Date;
  despite: number | undefined;
};

type DecisionProblem = 'missing' | 'too-long' | 'no-time';

type Read =
  | { ok: true; written: WrittenDecision }
  | { ok: false; problems: Partial<Record<DecisionField, DecisionProblem>> };

const limits: Partial<Record<DecisionField, number>> = decisionLimits;
const optional: ReadonlySet<DecisionField> = new Set(['note', 'despite']);

/** Reads the form of a decision; `typed` gives what stands in a field. */
export function readDecision(verb: DecisionVerb, typed: (field: DecisionField) => string): Read {
  const asked = fieldsOfDecision(verb);
  const textOf = (field: DecisionField) =>
    asked.includes(field) ? typed(field).replaceAll('\r\n', '\n').trim() : '';
  const publishAt = new Date(`${textOf('day')}T${textOf('time')}Z`);
  const found = asked.flatMap((field): [DecisionField, DecisionProblem][] => {
    const text = textOf(field);
    if (text === '') return optional.has(field) ? [] : [[field, 'missing']];
    if (text.length > (limits[field] ?? 100)) return [[field, 'too-long']];
    return [];
  });
  if (found.length === 0 && asked.includes('day') && Number.isNaN(publishAt.getTime()))
    found.push(['day', 'no-time']);
  if (found.length > 0) return { ok: false, problems: Object.fromEntries(found) };
  return {
    ok: true,
    written: {
      letter: { subject: textOf('subject').replace(/\s+/g, ' '), text: textOf('text') },
      ...{ reasons: textOf('reasons'), because: textOf('because'), note: textOf('note'), publishAt },
      despite: /^\d{1,6}$/.test(textOf('despite')) ? Number(textOf('despite')) : undefined,
    },
  };
}
