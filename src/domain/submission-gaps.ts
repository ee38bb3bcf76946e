import { checkFields, type FieldProblem, type KnownChoices } from '#domain/submission-check';
import type { DraftFields, FieldName } from '#domain/submission-fields';
import { checkFiles, type DescribedFile, type DescriptionProblem } from '#domain/submission-files';
import { textLanguages } from '#domain/text-languages';

/** What stands between a draft and its sending: a field, something to be said about a file, or two texts to choose from. */
export type Gap =
  | { kind: 'field'; problem: FieldProblem }
  | { kind: 'file'; problem: DescriptionProblem }
  | { kind: 'conflict'; field: FieldName };

type Draft = {
  fields: DraftFields;
  files: readonly DescribedFile[];
  /** Fields in which two texts wait for a choice. */
  conflicts: readonly FieldName[];
  known: KnownChoices;
};

const languages = new Set(textLanguages);

/** Everything that is still to be done before a draft can be sent, in the order of the form. The agreement is the last. */
export function findGaps({ fields, files, conflicts, known }: Draft): Gap[] {
  const problems = checkFields(fields, { forSending: true, known });
  const written = problems.filter(({ field }) => field !== 'agreed');
  return [
    ...[...new Set(conflicts)].map((field) => ({ kind: 'conflict' as const, field })),
    ...written.map((problem) => ({ kind: 'field' as const, problem })),
    ...checkFiles(files, { forSending: true, languages }).map((problem) => ({
      kind: 'file' as const,
      problem,
    })),
    ...problems.slice(written.length).map((problem) => ({ kind: 'field' as const, problem })),
  ];
}
