import { submissionFields } from '#domain/submission-fields';
import { type TextFields, type TextName, textNames } from '#domain/translation';
import { countCharacters } from '#lib/count-characters';

/** What is to be corrected before a translation is offered; `count` and `limit` are characters. */
export type TextProblem = { name: TextName } & (
  | { reason: 'missing' }
  | { reason: 'too-long'; count: number; limit: number }
);

/** The same said in another language may take so much more room. */
const roomier = 1.5;

/** Of title and summary, what a list has room for. */
const lineLimits: Partial<Record<TextName, number>> = { title: 200, summary: 400 };

/** Characters that a part of a translation may have. */
export function textLimit(name: TextName): number {
  return lineLimits[name] ?? submissionFields[name].limit * roomier;
}

/** The parts that a translation has: those of its original, in reading order. */
export function partsOf(original: TextFields): TextName[] {
  return textNames.filter((name) => original[name].trim() !== '');
}

/** What keeps a translation from being offered, in reading order: it says all that its original says, and no part is too long. */
export function checkTranslation(fields: TextFields, original: TextFields): TextProblem[] {
  return partsOf(original).flatMap((name): TextProblem[] => {
    const count = countCharacters(fields[name].trim());
    const limit = textLimit(name);
    if (count === 0) return [{ name, reason: 'missing' }];
    return count > limit ? [{ name, reason: 'too-long', count, limit }] : [];
  });
}

/** Parts whose original is not what it was when the translation was made, in reading order; also those that are gone. */
export function changedParts(before: TextFields, after: TextFields): TextName[] {
  return textNames.filter((name) => before[name].trim() !== after[name].trim());
}

/** Characters of the reason why a translation comes back, or is taken from readers. */
export const longestReason = 2_000;

export type ReasonFault = 'no-reason' | 'too-long';

/** What is wrong with a reason, if anything: it is needed, since it is kept and told. */
export function checkReason(because: string): ReasonFault | null {
  if (because.trim() === '') return 'no-reason';
  return because.length > longestReason ? 'too-long' : null;
}
