import { z } from 'zod';

/** The steps of the form, in the order they are offered. Any of them can be opened at any time. */
export const stepNames = ['place', 'story', 'repeat', 'topics', 'files', 'send'] as const;
export type StepName = (typeof stepNames)[number];

/**
 * `line` is one line, `text` several without form, `markdown` several with headings, lists and links; `choice` one id,
 * `choices` several; `check` is "yes" or nothing.
 */
type FieldKind = 'line' | 'email' | 'url' | 'text' | 'markdown' | 'choice' | 'choices' | 'check';

type FieldRule = {
  step: StepName;
  kind: FieldKind;
  /** Characters of a text, or how many of a list, that the published page has room for. A draft may hold more. */
  limit: number;
  /** Needed to send, never to save. */
  needed?: true;
};

/** Every field of the form, in reading order. Form, checks, template and preview follow from it. */
export const submissionFields: Record<FieldName, FieldRule> = {
  country: { step: 'place', kind: 'choice', limit: 2, needed: true },
  cities: { step: 'place', kind: 'choices', limit: 40 },
  otherPlaces: { step: 'place', kind: 'line', limit: 300 },
  years: { step: 'place', kind: 'line', limit: 200, needed: true },
  title: { step: 'story', kind: 'line', limit: 120, needed: true },
  language: { step: 'story', kind: 'choice', limit: 12, needed: true },
  summary: { step: 'story', kind: 'text', limit: 320, needed: true },
  purpose: { step: 'story', kind: 'markdown', limit: 3_000, needed: true },
  rationale: { step: 'story', kind: 'markdown', limit: 3_000, needed: true },
  process: { step: 'story', kind: 'markdown', limit: 6_000, needed: true },
  impact: { step: 'story', kind: 'markdown', limit: 4_000, needed: true },
  resources: { step: 'repeat', kind: 'markdown', limit: 3_000 },
  challenges: { step: 'repeat', kind: 'markdown', limit: 3_000 },
  transfer: { step: 'repeat', kind: 'markdown', limit: 3_000 },
  evidence: { step: 'repeat', kind: 'markdown', limit: 3_000 },
  evaluator: { step: 'repeat', kind: 'line', limit: 160 },
  references: { step: 'repeat', kind: 'markdown', limit: 3_000 },
  topics: { step: 'topics', kind: 'choices', limit: 5, needed: true },
  targetGroups: { step: 'topics', kind: 'choices', limit: 8 },
  website: { step: 'topics', kind: 'url', limit: 300 },
  contactName: { step: 'topics', kind: 'line', limit: 120, needed: true },
  contactOffice: { step: 'topics', kind: 'line', limit: 160 },
  contactEmail: { step: 'topics', kind: 'email', limit: 254, needed: true },
  contactPublic: { step: 'topics', kind: 'check', limit: 3 },
  agreed: { step: 'send', kind: 'check', limit: 3, needed: true },
};

/** What a draft holds at most, so that memory is bounded: far beyond any limit of a field. */
export const draftLimits = { characters: 200_000, values: 200, valueCharacters: 200 } as const;

const text = z.string().max(draftLimits.characters).catch('');
const list = z
  .array(z.string().max(draftLimits.valueCharacters))
  .max(draftLimits.values)
  .readonly()
  .catch([]);

/**
 * Reads the column `fields`: what was typed, valid or not. A text for each field, a list for those with several values;
 * what is missing is empty, what is not known here any more is left out.
 */
export const DraftFields = z.object({
  country: text,
  cities: list,
  otherPlaces: text,
  years: text,
  title: text,
  language: text,
  summary: text,
  purpose: text,
  rationale: text,
  process: text,
  impact: text,
  resources: text,
  challenges: text,
  transfer: text,
  evidence: text,
  evaluator: text,
  references: text,
  topics: list,
  targetGroups: list,
  website: text,
  contactName: text,
  contactOffice: text,
  contactEmail: text,
  contactPublic: text,
  agreed: text,
});
export type DraftFields = z.output<typeof DraftFields>;
export type FieldName = keyof DraftFields;

/** The names of all fields, in reading order. */
export const fieldNames = DraftFields.keyof().options;

/** A new draft. */
export const emptyDraft: DraftFields = DraftFields.parse({});

/** Fields of one step, in reading order. */
export function fieldsOf(step: StepName): FieldName[] {
  return fieldNames.filter((name) => submissionFields[name].step === step);
}
