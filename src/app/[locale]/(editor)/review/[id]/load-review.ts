import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Locale } from '#i18n/locales';
import { type Person, requireActing } from '#server/accounts/session';
import { type Review, readReview } from '#server/review/queries/submission';
import { guard } from '../../../guard';

export type LoadedReview = { person: Person; review: Review; now: Date };

/**
 * A submission as an editor may see it, read once a request. Who is not signed in, or has no second factor yet, is led
 * there and comes back to `path`; for everyone else, its authors among them, there is nothing here.
 */
export const loadReview = cache(async (locale: Locale, id: string, path: string): Promise<LoadedReview> => {
  const { person, review } = await guard(locale, async () => {
    const acting = await requireActing(locale, path, 'editor');
    return { person: acting, review: await readReview({ actor: acting.actor, id }) };
  });
  if (!review) notFound();
  return { person, review, now: new Date() };
});
