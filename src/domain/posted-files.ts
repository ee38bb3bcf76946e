import type { DescribedFile, FileKind } from '#domain/submission-files';
import { fileLimits } from '#domain/submission-files';
import { storableText } from '#lib/storable';
import { markText } from '#lib/text-mark';

/** What a form says of a file, by the field: `decorative` is "yes" or nothing. */
const postedFields = {
  image: ['alt', 'decorative', 'credit', 'consent'],
  document: ['title', 'language'],
} as const satisfies Record<FileKind, readonly string[]>;
export type PostedField = (typeof postedFields)[FileKind][number];

/** The name of a field in the form: "alt-0123456789". */
export function postedName(field: PostedField | 'seen', fileId: string): string {
  return `${field}-${fileId}`;
}

/** What is stored of a file, as texts of a form. */
export function textsOf(file: DescribedFile): Map<PostedField, string> {
  const texts = { ...file, decorative: file.decorative ? 'yes' : '' };
  return new Map(postedFields[file.kind].map((field) => [field, texts[field]]));
}

/** Marks of what the form showed, in the order of the fields: tells later what its writer changed. */
export function marksOf(file: DescribedFile): string {
  return [...textsOf(file).values()].map(markText).join('.');
}

type Merge = {
  /** What is to be written. */
  changed: Map<PostedField, string>;
  /** Fields that another person changed meanwhile, with what they wrote: nothing is written over it. */
  conflicts: Map<PostedField, string>;
};

/** Longer than any description may be; what is longer still cannot be stored. */
const mostCharacters = fileLimits.alt * 4;

/** Puts what a form holds of a file together with what is stored by now. What the form does not hold stays. */
export function mergeDescription(file: DescribedFile, values: ReadonlyMap<string, readonly string[]>): Merge {
  const seen = values.get(postedName('seen', file.id))?.[0]?.split('.');
  const merge: Merge = { changed: new Map(), conflicts: new Map() };
  if (!seen) return merge;
  for (const [place, [field, stored]] of [...textsOf(file)].entries()) {
    const posted = postedText(values, field, file.id);
    if (posted === stored || markText(posted) === seen[place]) continue;
    if (markText(stored) === seen[place]) merge.changed.set(field, posted);
    else merge.conflicts.set(field, stored);
  }
  return merge;
}

function postedText(values: ReadonlyMap<string, readonly string[]>, field: PostedField, id: string): string {
  const { text: typed } = storableText(values.get(postedName(field, id))?.[0] ?? '');
  const text = typed.trim().slice(0, mostCharacters).toWellFormed();
  if (field === 'consent') return text === 'yes' || text === 'nobody' ? text : '';
  return field === 'decorative' ? (text === 'yes' ? 'yes' : '') : text;
}

/** What a button below a file asks for besides saving. */
export type FileVerb = { verb: 'up' | 'down' | 'remove'; fileId: string };

/** Reads the value of such a button: "up-0123456789". */
export function readFileVerb(value: string): FileVerb | null {
  const [, verb, fileId = ''] = /^(up|down|remove)-([0-9a-z]{10})$/.exec(value) ?? [];
  return verb === 'up' || verb === 'down' || verb === 'remove' ? { verb, fileId } : null;
}

/** The ids in their new order: one moved by one place, or left out. What is not possible changes nothing. */
export function applyVerb(ids: readonly string[], { verb, fileId }: FileVerb): string[] {
  const place = ids.indexOf(fileId);
  if (place < 0) return [...ids];
  const others = ids.filter((id) => id !== fileId);
  if (verb === 'remove') return others;
  const target = Math.max(0, Math.min(others.length, verb === 'up' ? place - 1 : place + 1));
  return [...others.slice(0, target), fileId, ...others.slice(target)];
}
