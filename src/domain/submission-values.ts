import type { SavedValues } from '#domain/merge-fields';
import {
  DraftFields,
  type FieldName,
  fieldsOf,
  type StepName,
  submissionFields,
} from '#domain/submission-fields';

export type FieldValue = DraftFields[FieldName];

export type FieldValues = SavedValues<FieldName>;

/**
 * The fields of a step that a form holds; whatever else it holds is not looked at. Choices come with an empty value
 * besides, so that a list from which everything was taken is there, and empty.
 */
export function readPosted(values: ReadonlyMap<string, readonly string[]>, step: StepName): FieldValues {
  return new Map(
    fieldsOf(step).flatMap((name) => {
      const posted = values.get(name);
      return posted ? [[name, isList(name) ? listOf(posted) : (posted.at(-1) ?? '')] as const] : [];
    }),
  );
}

/** Whether a field holds several values. */
export function isList(name: FieldName): boolean {
  return submissionFields[name].kind === 'choices';
}

/** The draft with some of its fields changed. */
export function withValues(fields: DraftFields, values: FieldValues): DraftFields {
  return DraftFields.parse({ ...fields, ...Object.fromEntries(values) });
}

function listOf(posted: readonly string[]): string[] {
  return [...new Set(posted.filter((value) => value !== ''))];
}
