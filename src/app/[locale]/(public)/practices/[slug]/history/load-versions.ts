import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { parseVersionNumber } from '#domain/practice-address';
import type { Locale } from '#i18n/locales';
import { type PastRecord, readVersions } from '#server/catalogue/queries/history';
import { askedVersion } from '../../../../asked-version';
import { guard } from '../../../../guard';

/** One version of a practice, read once a request. Where there is none, nothing is found. */
export const loadVersion = cache(
  async (locale: Locale, slug: string, written: string): Promise<PastRecord> => {
    const [version] = await load(locale, slug, [written], false);
    return version ?? notFound();
  },
);

/** Two versions to compare, both in their original language. */
export const loadTwo = cache(
  async (locale: Locale, slug: string, from: string, to: string): Promise<[PastRecord, PastRecord]> => {
    const [before, after] = await load(locale, slug, [from, to], true);
    return before && after ? [before, after] : notFound();
  },
);

function load(locale: Locale, slug: string, written: readonly string[], inOriginal: boolean) {
  const numbers = written.map(parseVersionNumber).filter((number) => number !== null);
  return guard(locale, async () =>
    readVersions(slug, numbers, { locale, now: new Date(), version: await askedVersion(), inOriginal }),
  );
}
