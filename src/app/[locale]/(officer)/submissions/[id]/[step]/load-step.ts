import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { sameValue } from '#domain/merge-fields';
import type { PracticeCard } from '#domain/practice';
import { checkFields, type FieldProblem, isEmpty } from '#domain/submission-check';
import { type DraftFields, type FieldName, fieldsOf } from '#domain/submission-fields';
import { hintsFor, type WritingHint } from '#domain/submission-hints';
import { isWrittenStep, type WrittenStep } from '#domain/submission-steps';
import { readPosted, withValues } from '#domain/submission-values';
import type { Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { drawId } from '#lib/draw-id';
import { firstValue } from '#lib/form-values';
import { type Choices, readChoices } from '#server/catalogue/queries/choices';
import { readSimilar } from '#server/catalogue/queries/similar';
import { readParkedForm } from '#server/forms/queries';
import { suggestLanguage } from '#server/submissions/language';
import { guard } from '../../../../guard';
import { type LoadedDraft, loadDraft } from '../load-draft';
import { type OwnTalk, ownTalk } from '../own-talk';

/** Everything that one step of the form shows. */
export type StepView = LoadedDraft & {
  locale: Locale;
  step: WrittenStep;
  /** What stands in the fields: what is saved, or what came back after a sign-in. */
  shown: DraftFields;
  /** Fields that came back and are not saved. */
  unsaved: readonly FieldName[];
  /** Of the form: the version it shows, the window it is, and how often that has sent something. */
  base: string;
  page: string;
  turn: string;
  problems: readonly FieldProblem[];
  hints: readonly WritingHint[];
  choices: Choices;
  language: string | null;
  similar: readonly PracticeCard[];
  /** What editors wrote. */
  own: OwnTalk;
};

/** Reads a step once a request. `check`: what is needed to send is said as well. `form`: a parked form to show again. */
export const loadStep = cache(
  async (locale: Locale, id: string, step: string, check: boolean, form: string): Promise<StepView> => {
    if (!isWrittenStep(step)) notFound();
    const path = submissionPaths.step(locale, id, step);
    const loaded = await loadDraft(locale, id, form ? `${path}?${new URLSearchParams({ form })}` : path);
    const { draft, now } = loaded;
    const [choices, parked, similar] = await guard(locale, () =>
      Promise.all([
        readChoices({ locale, now }),
        form ? readParkedForm(form, path, now) : null,
        step === 'story' ? readSimilar(draft.fields, { locale, now }) : [],
      ]),
    );
    const posted = readPosted(parked?.values ?? new Map(), step);
    const shown = withValues(draft.fields, posted);
    const language = suggestLanguage(shown);
    return {
      ...{ ...loaded, locale, step, shown, choices, similar },
      unsaved: [...posted]
        .filter(([name, value]) => !sameValue(value, draft.fields[name]))
        .map(([name]) => name),
      base: (parked && firstValue(parked.values, 'base')) || String(draft.version),
      page: (parked && firstValue(parked.values, 'page')) || drawId(),
      turn: (parked && firstValue(parked.values, 'turn')) || '0',
      problems: check
        ? checkFields(shown, { step, known: choices.known, forSending: true }).map((problem) =>
            offered(problem, language),
          )
        : [],
      // What is empty is no news in a step that nobody has begun.
      hints: hintsFor(shown, step).filter(
        ({ reason }) => reason !== 'empty' || check || isBegun(shown, step),
      ),
      language,
      own: ownTalk(loaded, { locale, fields: shown, parked }),
    };
  },
);

/** Where a language is offered already, it need not be chosen, only saved. */
function offered(problem: FieldProblem, language: string | null): FieldProblem {
  if (problem.field !== 'language' || problem.reason !== 'missing' || !language) return problem;
  return { field: 'language', reason: 'to-confirm', language };
}

function isBegun(fields: DraftFields, step: WrittenStep): boolean {
  return fieldsOf(step).some((name) => !isEmpty(fields[name]));
}
