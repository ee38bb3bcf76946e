import { type LoadReport, loadContent } from '#server/exchange/load-content';
import { readContent } from '#server/exchange/read-content';
import { connectDatabase } from '#server/platform/db';
import { env } from '#server/platform/env';

/** Loads the content folder into the database and says what it did. Exit code 1 when a file has to be corrected first. */
process.exitCode = await seed(process.env.CONTENT_DIR ?? 'content');

async function seed(directory: string): Promise<number> {
  const read = await readContent(directory);
  if (!read.ok) return refuse(read.problems);
  const db = connectDatabase(env().DATABASE_URL, 1);
  try {
    const result = await loadContent({ db, content: read.content, now: new Date() });
    if (!result.ok) return refuse(result.problems);
    printReport(result.report);
    return 0;
  } finally {
    await db.$disconnect();
  }
}

function refuse(problems: readonly { file: string; line: number; reason: string }[]): number {
  for (const { file, line, reason } of problems) console.log(`${file}:${line} ${reason}`);
  console.log(
    `Nothing was loaded: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} to correct.`,
  );
  return 1;
}

function printReport({
  added,
  changed,
  unchanged,
  editedOnSite,
  missing,
  vocabularyEntries,
}: LoadReport): void {
  const total = added.length + changed.length + unchanged.length + editedOnSite.length;
  console.log(
    `${total} examples: ${added.length} added, ${changed.length} changed, ${unchanged.length} unchanged, ` +
      `${editedOnSite.length} left alone because they were edited on the site`,
  );
  if (vocabularyEntries > 0)
    console.log(`${vocabularyEntries} entries of the vocabularies added, changed or removed`);
  for (const slug of editedOnSite) console.log(`Left alone, edited on the site: ${slug}`);
  for (const id of missing) console.log(`Left alone, no longer among the files: ${id}`);
}
