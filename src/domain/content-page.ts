import { z } from 'zod';
import {
  type ContentFile,
  type ContentProblem,
  claimsTranslation,
  contentLimits,
  idList,
  isStorable,
  languagePattern,
  line,
  type Parsed,
  slug,
} from '#domain/content-file';
import { languageOf, readFields } from '#domain/content-text';
import type { MarkdownFile } from '#lib/front-matter';

const translationOf = z.string().regex(languagePattern, 'is a language code such as en');
const text = { title: line(contentLimits.title), summary: line(contentLimits.collectionSummary) };

/** A page is the same in every language: none of its texts is the original. */
const PageFields = z.strictObject({
  title: line(contentLimits.title),
  description: line(contentLimits.summary.max),
  lede: line(1_000).optional(),
});
const CollectionOriginalFields = z.strictObject({
  ...text,
  position: z.int().min(0),
  practices: idList(slug).min(1, 'has no example, one at least is needed'),
});
const CollectionTranslationFields = z.strictObject({ translationOf, ...text });
type CollectionFields =
  | z.output<typeof CollectionOriginalFields>
  | z.output<typeof CollectionTranslationFields>;

/** The Markdown of one language below its fields, and where it stands. */
export type ContentBody = { file: string; language: string; markdown: string; line: number };

/** A page of `content/pages`. */
export type ContentPage = {
  slug: string;
  texts: readonly (ContentBody & { title: string; description: string; lede: string | null })[];
};

/** A collection of `content/collections`. `practices` are folder names, in order; the original text first. */
export type ContentCollection = {
  slug: string;
  position: number;
  practices: readonly string[];
  texts: readonly (ContentBody & { title: string; summary: string })[];
};

/** Reads the folder of one page; null when no text of it holds. */
export function parsePage(name: string, files: readonly ContentFile[]): Parsed<ContentPage | null> {
  const { value, problems } = readFolder(name, files, () => PageFields);
  const texts = value.map(({ body, fields }) => {
    const { title, description, lede = null } = fields.data;
    return { ...body, title, description, lede };
  });
  return { value: texts.length > 0 ? { slug: name, texts } : null, problems };
}

/** Reads the folder of one collection; null when its original does not hold. */
export function parseCollection(
  name: string,
  files: readonly ContentFile[],
): Parsed<ContentCollection | null> {
  const { value, problems } = readFolder<CollectionFields>(name, files, ({ text }) =>
    claimsTranslation(text) ? CollectionTranslationFields : CollectionOriginalFields,
  );
  const originals = value.filter(({ fields }) => 'practices' in fields.data);
  const [original] = originals;
  if (!original || !('practices' in original.fields.data) || originals.length > 1) {
    const reason = `one file without translationOf is the original; here are ${originals.length}`;
    const known = problems.length > 0 && originals.length === 0;
    const problem = { file: files[0]?.path ?? name, line: 1, reason };
    return { value: null, problems: known ? problems : [...problems, problem] };
  }
  for (const { body, fields } of value) {
    if (!('translationOf' in fields.data) || fields.data.translationOf === original.body.language) continue;
    const reason = `translationOf: the original is ${original.body.language}, not ${fields.data.translationOf}`;
    problems.push({ file: body.file, line: fields.lineOf(['translationOf']), reason });
  }
  const texts = [original, ...value.filter((text) => text !== original)].map(
    ({ body, fields: { data } }) => ({
      ...body,
      title: data.title,
      summary: data.summary,
    }),
  );
  const { position, practices } = original.fields.data;
  return { value: { slug: name, position, practices, texts }, problems };
}

type FolderText<T> = { body: ContentBody; fields: MarkdownFile<T> };

/** Reads every language of a folder, each with the schema it asks for. */
function readFolder<T>(
  name: string,
  files: readonly ContentFile[],
  schemaOf: (file: ContentFile) => z.ZodType<T>,
): Parsed<FolderText<T>[]> {
  const problems: ContentProblem[] = [];
  const refuse = (file: string, reason: string, at = 1) => problems.push({ file, line: at, reason });
  const slugCheck = slug.safeParse(name);
  if (!slugCheck.success)
    refuse(files[0]?.path ?? name, `the folder name ${slugCheck.error.issues[0]?.message}`);

  const value = files.flatMap((file) => {
    if (!languageOf(file)) {
      refuse(file.path, 'is not a text; these are called <language>.md');
      return [];
    }
    const { value: fields, problems: found } = readFields(file, schemaOf(file));
    problems.push(...found);
    if (!fields) return [];
    const body = readBody(file, fields);
    if (!body.markdown) refuse(file.path, 'has no text', body.line);
    if (!isStorable(body.markdown)) refuse(file.path, 'holds a character that cannot be stored', body.line);
    return [{ body, fields }];
  });
  return { value, problems };
}

function readBody(file: ContentFile, { body, bodyLine }: MarkdownFile<unknown>): ContentBody {
  const leading = body.length - body.trimStart().length;
  const line = bodyLine + body.slice(0, leading).split('\n').length - 1;
  return { file: file.path, language: languageOf(file) ?? '', markdown: body.trim(), line };
}
