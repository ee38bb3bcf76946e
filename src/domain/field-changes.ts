import { sameValue } from '#domain/merge-fields';
import { isEmpty } from '#domain/submission-check';
import { type DraftFields, type FieldName, fieldNames } from '#domain/submission-fields';
import type { DescribedFile } from '#domain/submission-files';

/** Fields in reading order by whether they changed; those that hold nothing before and after are left out. */
export type FieldChanges = { changed: readonly FieldName[]; same: readonly FieldName[] };

/** The agreement is given anew each time, and says nothing of the example. */
const told = fieldNames.filter((name) => name !== 'agreed');

export function compareFields(before: DraftFields, after: DraftFields): FieldChanges {
  const filled = told.filter((name) => !isEmpty(before[name]) || !isEmpty(after[name]));
  const isSame = (name: FieldName) => sameValue(before[name], after[name]);
  return { changed: filled.filter((name) => !isSame(name)), same: filled.filter(isSame) };
}

export type FileChange<File> =
  | { kind: 'added' | 'removed'; file: File }
  | { kind: 'changed'; file: File; before: File };

/** What is said about a file: whether one of these changed. */
const described = ['alt', 'decorative', 'credit', 'consent', 'title', 'language'] as const;

/** Files that are gone, then those that are new or described anew, in the order they stand in. */
export function compareFiles<File extends DescribedFile>(
  before: readonly File[],
  after: readonly File[],
): FileChange<File>[] {
  const gone = before.filter(({ id }) => !after.some((file) => file.id === id));
  return [
    ...gone.map((file) => ({ kind: 'removed', file }) as const),
    ...after.flatMap((file): FileChange<File>[] => {
      const former = before.find(({ id }) => id === file.id);
      if (!former) return [{ kind: 'added', file }];
      if (described.every((name) => former[name] === file[name])) return [];
      return [{ kind: 'changed', file, before: former }];
    }),
  ];
}
