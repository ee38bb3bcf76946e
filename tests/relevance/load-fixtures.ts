import { readdir, readFile } from 'node:fs/promises';
import type { ContentFile } from '#domain/content-file';
import { parsePractice } from '#domain/content-practice';
import { loadContent } from '#server/exchange/load-content';
import { readContent } from '#server/exchange/read-content';
import type { Database } from '#server/platform/db';

const folder = 'tests/relevance/fixtures';

/** Loads the repository's content, and records in scripts that it does not have yet. */
export async function loadRelevanceRecords(db: Database): Promise<void> {
  const read = await readContent('content');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { content } = read;
  const slugs = (await readdir(folder)).sort();
  const fixtures = await Promise.all(
    slugs.map(async (slug) => {
      const { value, problems } = parsePractice(slug, await readFolder(slug), content.vocabulary);
      if (!value || problems.length > 0) throw new Error(`${slug}: ${JSON.stringify(problems)}`);
      return value;
    }),
  );
  const all = { ...content, practices: [...content.practices, ...fixtures] };
  const loaded = await loadContent({ db, content: all, now: new Date('2026-11-23T12:00:00Z') });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
}

async function readFolder(slug: string): Promise<ContentFile[]> {
  const names = await readdir(`${folder}/${slug}`);
  return Promise.all(
    names.map(async (name) => {
      const path = `${folder}/${slug}/${name}`;
      return { path, parts: ['practices', slug, name], text: await readFile(path, 'utf8') };
    }),
  );
}
