import { marksOf, type PostedField, postedName, textsOf } from '#domain/posted-files';
import { checkFiles, type DescribedFile } from '#domain/submission-files';
import { textLanguages } from '#domain/text-languages';
import { descriptionProblemText } from '#i18n/file-text';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import type { FormValues } from '#lib/form-values';

export type Parked = { values: FormValues; errors: Record<string, string> };

export type FormProblem = { name: string; text: string };

/** A file as its form shows it: what is stored, or what was typed and is not stored yet. */
export type Shown<F extends DescribedFile> = {
  file: F;
  texts: ReadonlyMap<PostedField, string>;
  /** What tells later which of the texts were changed here. */
  seen: string;
};

/** Puts what was typed and could not be stored over what is stored. */
export function showFile<F extends DescribedFile>(file: F, parked: Parked | null): Shown<F> {
  const typed = ([field, stored]: [PostedField, string]): [PostedField, string] => [
    field,
    parked?.values.get(postedName(field, file.id))?.[0] ?? stored,
  ];
  const parkedSeen = parked?.values.get(postedName('seen', file.id))?.[0];
  return { file, texts: new Map([...textsOf(file)].map(typed)), seen: parkedSeen ?? marksOf(file) };
}

type Options = {
  parked: Parked | null;
  locale: Locale;
  /** Also what is needed to send. */
  forSending: boolean;
};

const languages = new Set(textLanguages);

/** What is to be corrected, in the order of the page: files that were not taken, then what is said about each. */
export function findProblems(
  files: readonly DescribedFile[],
  { parked, locale, forSending }: Options,
): FormProblem[] {
  const refused = (parked?.errors.files ?? '').split('\n').filter(Boolean);
  const described = checkFiles(files, { forSending, languages }).map((problem) => ({
    name: postedName(problem.field, problem.fileId),
    text: descriptionProblemText(problem, locale),
  }));
  const conflicts = files.flatMap((file) =>
    [...textsOf(file).keys()].flatMap((field) => {
      const name = postedName(field, file.id);
      const standing = parked?.errors[name];
      return standing === undefined ? [] : [{ name, text: conflictText(standing, locale) }];
    }),
  );
  return [...refused.map((text) => ({ name: 'files', text })), ...conflicts, ...described];
}

function conflictText(standing: string, locale: Locale): string {
  const t = translatorOf(locale);
  return standing === '' ? t('files.conflictEmpty') : t('files.conflict', { text: standing });
}
