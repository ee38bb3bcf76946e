import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Locale } from '#i18n/locales';
import { requirePerson } from '#server/accounts/session';
import { readStanding, type Standing } from '#server/submissions/queries/standing';
import { guard } from '../../../guard';

/** How an example stands, read once a request; who is not signed in comes back to `path`, what is not theirs is not found. */
export const loadStanding = cache(async (locale: Locale, id: string, path: string): Promise<Standing> => {
  const standing = await guard(locale, async () => {
    const { actor } = await requirePerson(locale, path);
    return readStanding({ actor, id, locale });
  });
  if (!standing) notFound();
  return standing;
});
