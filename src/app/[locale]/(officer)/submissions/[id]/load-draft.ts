import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Locale } from '#i18n/locales';
import { type Person, requirePerson } from '#server/accounts/session';
import { type Draft, readDraft } from '#server/submissions/queries/draft';
import { guard } from '../../../guard';

export type LoadedDraft = { person: Person; draft: Draft; now: Date };

/**
 * An example as the person who is signed in may see it, read once a request. Everyone else signs in first and comes back
 * to `path`; what is not theirs is not found.
 */
export const loadDraft = cache(async (locale: Locale, id: string, path: string): Promise<LoadedDraft> => {
  const { person, draft } = await guard(locale, async () => {
    const signedIn = await requirePerson(locale, path);
    return { person: signedIn, draft: await readDraft({ actor: signedIn.actor, id }) };
  });
  if (!draft) notFound();
  return { person, draft, now: new Date() };
});
