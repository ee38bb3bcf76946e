import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFile } from '#domain/content-file';
import { env } from '#server/platform/env';

/** The parts of `content/` that are read while serving. */
const areas = ['pages', 'collections'] as const;
export type ContentArea = (typeof areas)[number];

type Folders = ReadonlyMap<string, ContentFile[]>;
/** What is read while serving. The same object as long as no text changes. */
export type ServedContent = Record<ContentArea, Folders>;

/** Looked after once a second: that is how long a text may go on being shown after it was changed. */
const freshMs = 1_000;
/** One for the process: what the proxy gives a tag for is no newer than what the page then shows. */
const kept = globalThis as typeof globalThis & {
  catalogueContent?: { content: Promise<ServedContent>; until: number };
};

/** The content as it is now, or was a second ago. */
export function servedContent(): Promise<ServedContent> {
  const last = kept.catalogueContent;
  if (last && performance.now() < last.until) return last.content;
  const content = readContent(last?.content);
  kept.catalogueContent = { content, until: performance.now() + freshMs };
  content.catch(() => {
    kept.catalogueContent = undefined;
  });
  return content;
}

/** Names of the folders of an area, in alphabetical order. */
export async function listFolders(area: ContentArea): Promise<string[]> {
  return [...(await servedContent())[area].keys()];
}

/** The files of a folder; none where there is no such folder. The same array as long as none of them changes. */
export async function readFolder(area: ContentArea, folder: string): Promise<ContentFile[]> {
  return (await servedContent())[area].get(folder) ?? [];
}

async function readContent(before: Promise<ServedContent> | undefined): Promise<ServedContent> {
  const [pages, collections] = await Promise.all(areas.map(readArea));
  const content = { pages: pages ?? new Map(), collections: collections ?? new Map() };
  const last = await before?.catch(() => undefined);
  return last && textsOf(last) === textsOf(content) ? last : content;
}

async function readArea(area: ContentArea): Promise<Folders> {
  const entries = await readdir(join(env().CONTENT_DIR, area), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = folders
    .sort()
    .map(async (folder): Promise<[string, ContentFile[]]> => [folder, await readFiles(area, folder)]);
  return new Map(await Promise.all(files));
}

async function readFiles(area: ContentArea, folder: string): Promise<ContentFile[]> {
  const directory = join(env().CONTENT_DIR, area, folder);
  const names = (await readdir(directory)).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      return { path, parts: [area, folder, name], text: await readFile(path, 'utf8') };
    }),
  );
}

/** All names and texts in one. */
export function textsOf(content: ServedContent): string {
  return JSON.stringify(
    areas.map((area) =>
      [...content[area]].map(([folder, files]) => [folder, files.map(({ parts, text }) => [parts, text])]),
    ),
  );
}
