import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { KnownChoices } from '#domain/submission-check';
import type { Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { readKnownChoices } from '#server/catalogue/queries/choices';
import { readParkedForm } from '#server/forms/queries';
import { listFiles, type SubmissionFile } from '#server/submissions/queries/files';
import { guard } from '../../../../guard';
import { type LoadedDraft, loadDraft } from '../load-draft';
import { type FormProblem, findProblems, type Shown, showFile } from './shown-file';

/** Everything that the step with the files shows. */
export type FilesView = LoadedDraft & {
  locale: Locale;
  files: readonly Shown<SubmissionFile>[];
  problems: readonly FormProblem[];
  known: KnownChoices;
  /** What was typed came back after a sign-in, and is not saved. */
  isFromSignIn: boolean;
};

/** Reads the step once a request. `check`: what is needed to send is said as well. `form`: a parked form to show again. */
export const loadFiles = cache(
  async (locale: Locale, id: string, check: boolean, form: string): Promise<FilesView> => {
    const path = submissionPaths.step(locale, id, 'files');
    const loaded = await loadDraft(locale, id, form ? `${path}?${new URLSearchParams({ form })}` : path);
    const { actor } = loaded.person;
    const [known, files, parked] = await guard(locale, () =>
      Promise.all([
        readKnownChoices(loaded.now),
        listFiles({ actor, id }),
        form ? readParkedForm(form, path, loaded.now) : null,
      ]),
    );
    if (!files) notFound();
    return {
      ...{ ...loaded, locale, known },
      files: files.map((file) => showFile(file, parked)),
      problems: loaded.draft.writable ? findProblems(files, { parked, locale, forSending: check }) : [],
      isFromSignIn: parked !== null && Object.keys(parked.errors).length === 0,
    };
  },
);
