import 'server-only';
import type { Content } from '#domain/content';
import type { ContentProblem } from '#domain/content-file';
import { compareContent, findTakenSlugs } from '#server/exchange/compare-content';
import { loadCountryNames } from '#server/exchange/load-country-names';
import { loadVocabularies, removeUnusedEntries } from '#server/exchange/load-vocabularies';
import { addPractices, replacePractices } from '#server/exchange/write-practices';
import type { Database, Transaction } from '#server/platform/db';

/** What a load did, by folder name; `missing` by id, since their folders are gone. */
export type LoadReport = {
  added: string[];
  changed: string[];
  unchanged: string[];
  /** Left alone: somebody edited them on the site after the last load. */
  editedOnSite: string[];
  /** Loaded once, and left alone although their folder is gone. */
  missing: string[];
  /** Entries of the vocabularies that were added, changed or removed. */
  vocabularyEntries: number;
};

/** Refused: folders ask for the address of another practice. Nothing was changed. */
export type LoadResult = { ok: true; report: LoadReport } | { ok: false; problems: ContentProblem[] };

/** Any number, the same in every instance. */
const loadLock = 7_305_118;
const longestLoad = 300_000;
const refreshedAtOnce = 500;

/**
 * Brings the files into the database in one transaction. The same files again change nothing; what was edited on the
 * site is left alone. Instances that start together load one after the other.
 */
export async function loadContent(input: { db: Database; content: Content; now: Date }): Promise<LoadResult> {
  const { db, content, now } = input;
  return db.$transaction((tx) => loadInto(tx, content, now), { timeout: longestLoad, maxWait: 10_000 });
}

async function loadInto(tx: Transaction, content: Content, now: Date): Promise<LoadResult> {
  await waitForTurn(tx);
  const stored = await tx.practice.findMany({
    select: { id: true, version: true, contentVersion: true, contentHash: true },
  });
  const { added, changed, unchanged, editedOnSite, missing } = compareContent(content.practices, stored);

  const slugs = await tx.practiceSlug.findMany({ select: { slug: true, practiceId: true } });
  const problems = findTakenSlugs([...added, ...changed.map(({ practice }) => practice)], slugs);
  if (problems.length > 0) return { ok: false, problems };

  const writtenEntries = await loadVocabularies(tx, content.vocabulary);
  await addPractices(tx, added, now);
  const replaced = await replacePractices(tx, changed, now);
  const vocabularyEntries = writtenEntries + (await removeUnusedEntries(tx, content.vocabulary));
  const written = [...added, ...replaced].map(({ id }) => id);
  const namesChanged = (await loadCountryNames(tx)) + vocabularyEntries > 0;
  await refreshSearch(tx, namesChanged ? null : written);
  if (written.length + vocabularyEntries > 0) {
    await tx.$queryRaw`select publish_change(${written}, ${vocabularyEntries > 0})`;
  }
  const overtaken = changed
    .map(({ practice }) => practice)
    .filter((practice) => !replaced.includes(practice));
  const report: LoadReport = {
    added: added.map(slugOf),
    changed: replaced.map(slugOf),
    unchanged: unchanged.map(slugOf),
    editedOnSite: [...editedOnSite, ...overtaken].map(slugOf),
    missing,
    vocabularyEntries,
  };
  return { ok: true, report };
}

/**
 * Makes practices findable as they are now; all of them (null) when names changed that they are found by. Some at a time,
 * so that no statement takes long.
 */
async function refreshSearch(tx: Transaction, ids: readonly string[] | null): Promise<void> {
  const left = ids ? [...ids] : (await tx.practice.findMany({ select: { id: true } })).map(({ id }) => id);
  while (left.length > 0)
    await tx.$executeRaw`select refresh_search(${left.splice(0, refreshedAtOnce)}::text[])`;
}

/** The waits of the site are too short for the second of two instances, and for a load of thousands of examples. */
async function waitForTurn(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
  await tx.$executeRaw`SET LOCAL lock_timeout = '120s'`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${loadLock})`;
}

function slugOf({ slug }: { slug: string }): string {
  return slug;
}
