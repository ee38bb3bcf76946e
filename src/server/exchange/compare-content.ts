import 'server-only';
import { createHash } from 'node:crypto';
import type { ContentProblem } from '#domain/content-file';
import type { ContentPractice } from '#domain/content-practice';

/** Raised when the same files mean different rows, so that the next load writes them all again. */
const formatVersion = 1;

export type StoredPractice = {
  id: string;
  version: number;
  contentVersion: number | null;
  contentHash: string | null;
};

/** A practice of the files and the version of its row, which its new text replaces. */
export type ChangedPractice = { practice: ContentPractice; version: number };

/** What a load has to do with every practice, `missing` being ids whose folder is gone. */
export type ContentComparison = {
  added: ContentPractice[];
  changed: ChangedPractice[];
  unchanged: ContentPractice[];
  editedOnSite: ContentPractice[];
  missing: string[];
};

/** Hash of everything a practice's row is made from: its folder name and its texts, in the order of their languages. */
export function contentHash(practice: ContentPractice): string {
  const texts = practice.texts.map(({ language, source }) => [language, source]).sort();
  return createHash('sha256')
    .update(JSON.stringify([formatVersion, practice.slug, texts]))
    .digest('hex');
}

/** Holds the files against the rows. A row whose version is not the one a load wrote was edited on the site. */
export function compareContent(
  practices: readonly ContentPractice[],
  stored: readonly StoredPractice[],
): ContentComparison {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const comparison: ContentComparison = {
    added: [],
    changed: [],
    unchanged: [],
    editedOnSite: [],
    missing: [],
  };
  for (const practice of practices) {
    const row = rows.get(practice.id);
    rows.delete(practice.id);
    if (!row) comparison.added.push(practice);
    else if (row.contentHash === contentHash(practice)) comparison.unchanged.push(practice);
    else if (row.version !== row.contentVersion) comparison.editedOnSite.push(practice);
    else comparison.changed.push({ practice, version: row.version });
  }
  comparison.missing = [...rows.values()]
    .filter(({ contentHash }) => contentHash !== null)
    .map(({ id }) => id);
  return comparison;
}

/** Addresses that the files ask for and that another practice of the database has, or once had. */
export function findTakenSlugs(
  practices: readonly ContentPractice[],
  stored: readonly { slug: string; practiceId: string }[],
): ContentProblem[] {
  const owners = new Map(stored.map(({ slug, practiceId }) => [slug, practiceId]));
  return practices.flatMap(({ id, slug, formerSlugs, texts }) =>
    [slug, ...formerSlugs]
      .filter((wanted) => (owners.get(wanted) ?? id) !== id)
      .map((wanted) => ({
        file: texts[0]?.file ?? slug,
        line: 1,
        reason: `the address ${wanted} belongs to the example ${owners.get(wanted)} for ever`,
      })),
  );
}
