import 'server-only';
import type { ContentFile } from '#domain/content-file';
import { type ContentCollection, parseCollection, parsePage } from '#domain/content-page';
import { defaultLocale, type Locale } from '#i18n/locales';
import { listFolders, readFolder } from '#server/pages/content-folder';

/** A page of `content/pages` in one language. */
export type PageText = {
  title: string;
  description: string;
  lede: string | null;
  markdown: string;
  language: string;
};

/** A collection in one language. `practices` are slugs, in order. */
export type CollectionText = {
  slug: string;
  title: string;
  summary: string;
  markdown: string;
  language: string;
  practices: readonly string[];
};

/** A page's text in the reader's language, else the default's; null when there is no such page. */
export async function readContentPage(page: string, locale: Locale): Promise<PageText | null> {
  const texts = pageOf(await readFolder('pages', page), page).value?.texts ?? [];
  return inLanguage(texts, locale) ?? null;
}

/** Names of all pages. */
export function listContentPages(): Promise<string[]> {
  return listFolders('pages');
}

/** Names of all collections. */
export function listCollections(): Promise<string[]> {
  return listFolders('collections');
}

/** All collections, in their order, each in the reader's language or else its original's. */
export async function readCollections(locale: Locale): Promise<CollectionText[]> {
  const folders = await listCollections();
  const parsed = await Promise.all(
    folders.map(async (name) => collectionOf(await readFolder('collections', name), name)),
  );
  return parsed
    .flatMap(({ value }) => value ?? [])
    .sort((a, b) => a.position - b.position)
    .flatMap((collection) => toText(collection, locale) ?? []);
}

/** One collection; null when there is none of that name. */
export async function readCollection(slug: string, locale: Locale): Promise<CollectionText | null> {
  const { value } = collectionOf(await readFolder('collections', slug), slug);
  return value ? toText(value, locale) : null;
}

const pageOf = parseOnce(parsePage);
const collectionOf = parseOnce(parseCollection);

/** Files that did not change are not parsed again. */
function parseOnce<T>(parse: (name: string, files: ContentFile[]) => T) {
  const parsed = new WeakMap<readonly ContentFile[], T>();
  return (files: ContentFile[], name: string): T => {
    const known = parsed.get(files) ?? parse(name, files);
    parsed.set(files, known);
    return known;
  };
}

function toText({ slug, practices, texts }: ContentCollection, locale: Locale): CollectionText | null {
  const text = inLanguage(texts, locale);
  if (!text) return null;
  const { title, summary, markdown, language } = text;
  return { slug, practices, title, summary, markdown, language };
}

/** The reader's language, else the default's, else the first there is. */
function inLanguage<T extends { language: string }>(texts: readonly T[], locale: Locale): T | undefined {
  return (
    texts.find(({ language }) => language === locale) ??
    texts.find(({ language }) => language === defaultLocale) ??
    texts[0]
  );
}
