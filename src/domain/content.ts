import type { ContentFile, ContentProblem, Parsed } from '#domain/content-file';
import { type ContentCollection, type ContentPage, parseCollection, parsePage } from '#domain/content-page';
import { type ContentPractice, parsePractice } from '#domain/content-practice';
import { type ContentVocabulary, parseVocabulary } from '#domain/content-vocabulary';

/** Everything below `content/`. */
export type Content = {
  vocabulary: ContentVocabulary;
  practices: readonly ContentPractice[];
  collections: readonly ContentCollection[];
  pages: readonly ContentPage[];
};

const rooms = ['vocabularies', 'practices', 'collections', 'pages'];

/** Reads all files of the content folder. With problems, the value holds what could be read nevertheless. */
export function parseContent(files: readonly ContentFile[]): Parsed<Content> {
  const problems: ContentProblem[] = [];
  const vocabulary = parseVocabulary(files.filter(({ parts }) => parts[0] === 'vocabularies'));
  problems.push(...vocabulary.problems);
  const readRoom = <T>(room: string, parse: (name: string, files: ContentFile[]) => Parsed<T | null>): T[] =>
    [...foldersOf(files, room)].flatMap(([name, folder]) => {
      const parsed = parse(name, folder);
      problems.push(...parsed.problems);
      return parsed.value === null ? [] : [parsed.value];
    });
  const value: Content = {
    vocabulary: vocabulary.value,
    practices: readRoom('practices', (name, folder) => parsePractice(name, folder, vocabulary.value)),
    collections: readRoom('collections', parseCollection),
    pages: readRoom('pages', parsePage),
  };
  problems.push(...findStrayFiles(files), ...findRepeatedNames(value.practices));
  return { value, problems };
}

function foldersOf(files: readonly ContentFile[], room: string): Map<string, ContentFile[]> {
  const inFolders = files.filter(({ parts }) => parts[0] === room && parts.length === 3);
  return Map.groupBy(inFolders, ({ parts }) => parts[1] ?? '');
}

function findStrayFiles(files: readonly ContentFile[]): ContentProblem[] {
  const stray = files.filter(({ parts }) => {
    if (parts[0] === 'vocabularies') return parts.length !== 2;
    return parts.length !== 3 || !rooms.includes(parts[0] ?? '');
  });
  return stray.map(({ path }) => ({ file: path, line: 1, reason: 'is in no folder that is read' }));
}

/** An id and an address, present or former, belong to one example only. */
function findRepeatedNames(practices: readonly ContentPractice[]): ContentProblem[] {
  const ids = new Map<string, ContentPractice>();
  const current = new Map(practices.map((practice) => [practice.slug, practice]));
  const former = new Map<string, ContentPractice>();
  return practices.flatMap((practice) => {
    const file = practice.texts[0]?.file ?? practice.slug;
    const reasons: string[] = [];
    const sameId = ids.get(practice.id);
    if (sameId) reasons.push(`id: ${practice.id} belongs to ${sameId.slug}`);
    ids.set(practice.id, practice);
    for (const slug of practice.formerSlugs) {
      const owner = current.get(slug) ?? former.get(slug);
      if (owner) reasons.push(`formerSlugs: ${slug} is the address of ${owner.slug}`);
      former.set(slug, practice);
    }
    return reasons.map((reason) => ({ file, line: 1, reason }));
  });
}
