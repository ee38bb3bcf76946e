import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { KnownChoices } from '#domain/submission-check';
import { submissionFields } from '#domain/submission-fields';
import { findGaps } from '#domain/submission-gaps';
import { hintsFor } from '#domain/submission-hints';
import { type GapLink, gapLink } from '#i18n/gap-text';
import type { Locale } from '#i18n/locales';
import { submissionPaths } from '#i18n/submission-paths';
import { translatorOf } from '#i18n/translator';
import { hintText } from '#i18n/writing-hint';
import { readKnownChoices } from '#server/catalogue/queries/choices';
import type { Draft } from '#server/submissions/queries/draft';
import { listFiles } from '#server/submissions/queries/files';
import { guard } from '../../../../guard';
import { loadDraft } from '../load-draft';

export type Check = {
  draft: Draft;
  known: KnownChoices;
  /** What is still to be done, each with the address of its field. */
  gaps: readonly GapLink[];
  /** What would help readers, likewise. */
  hints: readonly GapLink[];
};

/** An example held against what is needed to send it; read once a request. */
export const loadCheck = cache(async (locale: Locale, id: string): Promise<Check> => {
  const { draft, person, now } = await loadDraft(locale, id, submissionPaths.step(locale, id, 'send'));
  const { actor } = person;
  const [known, files] = await guard(locale, () =>
    Promise.all([readKnownChoices(now), listFiles({ actor, id })]),
  );
  if (!files) notFound();
  const { fields } = draft;
  const conflicts = draft.conflicts.map(({ field }) => field);
  const t = translatorOf(locale);
  return {
    draft,
    known,
    gaps: findGaps({ fields, files, conflicts, known }).map((gap) => gapLink(gap, { id, locale })),
    hints: hintsFor(fields).map((hint) => ({
      name: `${hint.field}-${hint.reason}`,
      text: t('sending.check.hint', {
        label: t(`submission.label.${hint.field}`),
        hint: hintText(hint, locale),
      }),
      href: `${submissionPaths.step(locale, id, submissionFields[hint.field].step)}#${hint.field}`,
    })),
  };
});
