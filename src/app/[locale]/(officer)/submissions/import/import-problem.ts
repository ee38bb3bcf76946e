import 'server-only';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { type FilledRefusal, filledLimit } from '#server/submissions/files/read-filled';

/** Numbers that sentences about the file name. */
export const importNumbers = { limit: filledLimit / 1_000_000 } as const;

export type ImportProblem = FilledRefusal | 'none' | 'unfinished' | 'nothing';

/** Why no draft was made of a file, and what to do. */
export function importProblemText(locale: Locale, problem: ImportProblem, name: string): string {
  return translatorOf(locale)(`template.problem.${problem}`, { ...importNumbers, name });
}
