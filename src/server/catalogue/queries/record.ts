import 'server-only';
import { z } from 'zod';
import type { PracticeRecord } from '#domain/practice';
import { contentText } from '#domain/practice-content';
import type { Locale } from '#i18n/locales';
import { toRecord } from '#server/catalogue/queries/practice-record';
import { standingOf } from '#server/catalogue/queries/record-standing';
import { recallRecord, rememberRecord } from '#server/catalogue/queries/remembered-records';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { database } from '#server/platform/db';
import { showsMachineDrafts } from '#server/platform/machine-drafts';
import { isAway } from '#server/platform/outage';
import { RecordSource, recordBySlug } from '#server/practices/select';

/** A practice that was taken out of the catalogue: its name, and why. */
export type ArchivedPractice = {
  slug: string;
  title: string;
  /** Language of the title. */
  language: string;
  at: Date | null;
  because: string | null;
};

export type FoundPractice =
  | { found: 'current'; practice: PracticeRecord }
  /** The slug is an old one: the practice lives at another now. */
  | { found: 'moved'; slug: string }
  | { found: 'archived'; practice: ArchivedPractice }
  | { found: 'none' };

/**
 * A published practice by any slug it ever had, its text in `language` if asked for one, else in the reader's
 * language, else in the original's. A language it has no text in is not found; where readers may see them, drafts of a
 * machine are texts for whoever asks for their language. While the database is away, as it was last read.
 */
export async function readPractice(
  slug: string,
  {
    locale,
    language,
    now,
    version,
  }: { locale: Locale; language?: string; now: Date; version?: string | null },
): Promise<FoundPractice> {
  const row = await readSource(slug).catch(async (error: unknown) => {
    const recalled = isAway() ? recallRecord(slug, await catalogueSnapshot(now)) : null;
    if (!recalled) throw error;
    return recalled;
  });
  if (!row) return { found: 'none' };
  if (!row.isCurrent) return { found: 'moved', slug: row.slug };
  if (row.archived) return { found: 'archived', practice: toArchived(row, row.archived, locale) };
  const snapshot = await catalogueSnapshot(now, version);
  rememberRecord(slug, row, snapshot);
  const { vocabulary } = snapshot;
  const { id, publishedAt, updatedAt, version: present, content, changedSince, machineDrafts } = row;
  const adoptions = row.adoptions.filter(({ isOwn }) => !isOwn).length;
  const practice = toRecord(
    {
      ...{ id, slug: row.slug, publishedAt, updatedAt, version: present },
      ...{ content, changedSince, machineDrafts, adoptions },
    },
    { locale, language, vocabulary },
  );
  if (!practice) return { found: 'none' };
  return { found: 'current', practice: { ...practice, ...standingOf(row, { locale, vocabulary, now }) } };
}

async function readSource(slug: string): Promise<RecordSource | undefined> {
  const statement = recordBySlug(slug, { withMachineDrafts: showsMachineDrafts() });
  return z.array(RecordSource).parse(await database().$queryRaw(statement))[0];
}

function toArchived(
  { slug, content }: RecordSource,
  archived: NonNullable<RecordSource['archived']>,
  locale: Locale,
): ArchivedPractice {
  const text = contentText(content, locale) ?? contentText(content, content.originalLanguage);
  return { slug, title: text?.title ?? slug, language: text?.language ?? locale, ...archived };
}
