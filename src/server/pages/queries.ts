import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFile } from '#domain/content-file';
import { parsePage } from '#domain/content-page';
import { defaultLocale, type Locale } from '#i18n/locales';
import { env } from '#server/platform/env';

/** A page of `content/pages` in one language. */
export type PageText = {
  title: string;
  description: string;
  lede: string | null;
  markdown: string;
  language: string;
};

/** A page's text in the reader's language, else the default's; null when there is no such page. */
export async function readContentPage(page: string, locale: Locale): Promise<PageText | null> {
  const texts = await readTexts(page);
  return (
    texts.find(({ language }) => language === locale) ??
    texts.find(({ language }) => language === defaultLocale) ??
    null
  );
}

/** Names of all pages. */
export async function listContentPages(): Promise<string[]> {
  const entries = await readdir(join(env().CONTENT_DIR, 'pages'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function readTexts(page: string): Promise<readonly PageText[]> {
  // Asked by name from an address: only a folder that is really there is opened.
  if (!(await listContentPages()).includes(page)) return [];
  const directory = join(env().CONTENT_DIR, 'pages', page);
  const names = await readdir(directory);
  const files = await Promise.all(names.map((name) => readContentFile(directory, page, name)));
  return parsePage(page, files).value?.texts ?? [];
}

async function readContentFile(directory: string, page: string, name: string): Promise<ContentFile> {
  const path = join(directory, name);
  return { path, parts: ['pages', page, name], text: await readFile(path, 'utf8') };
}
