import { checkFields, isEmpty, type KnownChoices } from '#domain/submission-check';
import { type DraftFields, type FieldName, fieldsOf, type StepName } from '#domain/submission-fields';

/** `begun`: something stands there, and something is still missing. `wrong`: something that stands there is to be corrected. */
export type StepState = 'empty' | 'begun' | 'wrong' | 'done';

/** Steps that are made of fields alone. */
export const writtenSteps = ['place', 'story', 'repeat', 'topics'] as const satisfies readonly StepName[];
export type WrittenStep = (typeof writtenSteps)[number];

export function isWrittenStep(step: string): step is WrittenStep {
  return writtenSteps.some((one) => one === step);
}

type Draft = {
  fields: DraftFields;
  files: number;
  known?: KnownChoices | undefined;
  /** Fields in which a person has yet to choose between two texts. */
  conflicts?: readonly FieldName[];
};

/** How far each step is. */
export function stepStates(draft: Draft): Record<StepName, StepState> {
  return {
    place: stateOf('place', draft),
    story: stateOf('story', draft),
    repeat: stateOf('repeat', draft),
    topics: stateOf('topics', draft),
    files: draft.files > 0 ? 'done' : 'empty',
    send: stateOf('send', draft),
  };
}

function stateOf(step: StepName, { fields, known, conflicts = [] }: Draft): StepState {
  if (fieldsOf(step).some((name) => conflicts.includes(name))) return 'wrong';
  if (fieldsOf(step).every((name) => isEmpty(fields[name]))) return 'empty';
  if (checkFields(fields, { step, known, forSending: false }).length > 0) return 'wrong';
  return checkFields(fields, { step, known, forSending: true }).length > 0 ? 'begun' : 'done';
}
