import 'server-only';
import type { Content } from '#domain/content';
import type { ContentProblem } from '#domain/content-file';
import { findGoneEntries, readRedirects, withMergedEntries } from '#server/exchange/apply-redirects';
import { compareContent, findTakenSlugs } from '#server/exchange/compare-content';
import { loadCountryNames } from '#server/exchange/load-country-names';
import { loadMeanings } from '#server/exchange/load-meanings';
import { loadVocabularies, removeUnusedEntries } from '#server/exchange/load-vocabularies';
import { addPractices, replacePractices } from '#server/exchange/write-practices';
import type { Database, Transaction } from '#server/platform/db';
import { refreshSearch } from '#server/practices/commands/refresh-search';
import { longestTurn, takeTurn } from '#server/practices/commands/take-turn';

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

/**
 * Brings the files into the database in one transaction. The same files again change nothing; what was edited on the
 * site is left alone. Instances that start together load one after the other.
 */
export async function loadContent(input: { db: Database; content: Content; now: Date }): Promise<LoadResult> {
  const { db, content, now } = input;
  return db.$transaction((tx) => loadInto(tx, content, now), longestTurn);
}

async function loadInto(tx: Transaction, content: Content, now: Date): Promise<LoadResult> {
  await takeTurn(tx);
  const stored = await tx.practice.findMany({
    select: { id: true, version: true, contentVersion: true, contentHash: true },
  });
  const redirects = await readRedirects(tx);
  const practices = withMergedEntries(content.practices, redirects);
  const { added, changed, unchanged, editedOnSite, missing } = compareContent(practices, stored);

  const slugs = await tx.practiceSlug.findMany({ select: { slug: true, practiceId: true } });
  const toWrite = [...added, ...changed.map(({ practice }) => practice)];
  const problems = findTakenSlugs(toWrite, slugs);
  if (problems.length > 0) return { ok: false, problems };

  const isGone = await findGoneEntries(tx, redirects, toWrite);
  const writtenEntries = await loadVocabularies(tx, content.vocabulary, isGone);
  await addPractices(tx, added, now);
  const replaced = await replacePractices(tx, changed, now);
  const vocabularyEntries = writtenEntries + (await removeUnusedEntries(tx, content.vocabulary));
  const written = [...added, ...replaced].map(({ id }) => id);
  await loadMeanings(tx, content.vocabulary.meanings);
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

function slugOf({ slug }: { slug: string }): string {
  return slug;
}
