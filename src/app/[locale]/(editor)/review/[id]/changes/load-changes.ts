import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Thread } from '#domain/review-talk';
import type { Locale } from '#i18n/locales';
import { reviewPaths } from '#i18n/review-paths';
import { requireActing } from '#server/accounts/session';
import { type Choices, readChoices } from '#server/catalogue/queries/choices';
import { readSentVersions, type SentVersion } from '#server/review/queries/sent-versions';
import { guard } from '../../../../guard';
import { loadTalk } from '../load-talk';

export type ChangesView = {
  locale: Locale;
  id: string;
  now: Date;
  sent: readonly SentVersion[];
  /** The two that are compared; null where it was sent once. */
  compared: { before: SentVersion; after: SentVersion } | null;
  threads: readonly Thread[];
  choices: Choices;
};

/** What was sent at two times, read once a request: the last two where nothing else is asked for. */
export const loadChanges = cache(
  async (locale: Locale, id: string, from: number, to: number): Promise<ChangesView> => {
    const path = reviewPaths.changes(locale, id);
    const { actor } = await guard(locale, () => requireActing(locale, path, 'editor'));
    const now = new Date();
    const [sent, talk, choices] = await guard(locale, () =>
      Promise.all([readSentVersions({ actor, id }), loadTalk(locale, id, ''), readChoices({ locale, now })]),
    );
    if (!sent || !talk) notFound();
    const after = sent.find(({ number }) => number === to) ?? sent.at(-1);
    const before = sent.find(({ number }) => number === from) ?? sent.filter((one) => one !== after).at(-1);
    const isPair = before && after && before !== after;
    return {
      ...{ locale, id, now, sent, choices, threads: talk.threads },
      compared: isPair ? { before, after } : null,
    };
  },
);
