import 'server-only';
import { z } from 'zod';
import type { PracticeRecord } from '#domain/practice';
import type { Locale } from '#i18n/locales';
import { toRecord } from '#server/catalogue/queries/practice-record';
import { catalogueSnapshot } from '#server/catalogue/queries/snapshot';
import { type Database, database } from '#server/platform/db';
import {
  TextPublication,
  textPublications,
  VersionLine,
  VersionSource,
  versionLines,
  versionsBySlug,
} from '#server/practices/select/version';

type Reader = { locale: Locale; now: Date; version?: string | null };

/** All versions of a practice and of its translations, the latest first. */
export type PracticeHistory = {
  slug: string;
  title: string;
  /** Language of the title. */
  language: string;
  versions: readonly VersionLine[];
  texts: readonly TextPublication[];
};

const Named = z.array(z.object({ id: z.string(), title: z.string(), language: z.string() }));

/** Null when no published practice has this as its present slug. */
export async function readHistory(
  slug: string,
  locale: Locale,
  db: Database = database(),
): Promise<PracticeHistory | null> {
  const found = await db.$queryRaw`
    select p.id, t.title, t.language from practice_slug s
    join practice p on p.id = s.practice_id and p.status = 'published'
    join practice_text t on t.practice_id = p.id
      and t.language in (${locale}, p.original_language)
    where s.slug = ${slug} and s.current order by t.language <> ${locale} limit 1`;
  const [practice] = Named.parse(found);
  if (!practice) return null;
  const versions = z.array(VersionLine).parse(await db.$queryRaw(versionLines(practice.id)));
  const texts = z.array(TextPublication).parse(await db.$queryRaw(textPublications(practice.id)));
  const { title, language } = practice;
  return { slug, title, language, versions, texts };
}

/** A practice as it was in a version; `present`: the number of the version that is public now. */
export type PastRecord = { practice: PracticeRecord; present: number };

/**
 * Some versions of a practice in their order, each in the reader's language where it has such a text, or all in their
 * original language. Fewer than were asked for where there are no others, none where the practice is not published.
 */
export async function readVersions(
  slug: string,
  numbers: readonly number[],
  { locale, now, version, inOriginal = false }: Reader & { inOriginal?: boolean },
  db: Database = database(),
): Promise<PastRecord[]> {
  const rows = z.array(VersionSource).parse(await db.$queryRaw(versionsBySlug(slug, numbers)));
  const { vocabulary } = await catalogueSnapshot(now, version);
  return rows.flatMap(({ id, slug: own, number, at, present, content, changedSince }) => {
    const practice = toRecord(
      {
        ...{ id, slug: own, publishedAt: at, updatedAt: at, version: { number, at }, content, changedSince },
        // What a machine made is no part of a version; who repeats it came later, and is told on its present page.
        ...{ machineDrafts: [], adoptions: 0 },
      },
      { locale, language: inOriginal ? content.originalLanguage : undefined, vocabulary },
    );
    return practice ? [{ practice, present }] : [];
  });
}
