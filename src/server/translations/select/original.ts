import 'server-only';
import { z } from 'zod';
import { contentText, PracticeContent } from '#domain/practice-content';
import { TextFields } from '#domain/translation';
import type { Database, Transaction } from '#server/platform/db';
import type { StoredPractice } from '#server/practices/select/published';

/** The original of a practice in one of its versions: what it says, and in which language. */
export type OriginalText = { language: string; fields: TextFields };

const Row = z.tuple([z.object({ fields: z.preprocess(Object, TextFields) })]);
const VersionRow = z.object({ content: PracticeContent });

/** The original as it is public now. */
export async function readOriginal(
  db: Database | Transaction,
  { id, originalLanguage: language }: Pick<StoredPractice, 'id' | 'originalLanguage'>,
): Promise<OriginalText> {
  const rows = await db.$queryRaw`
    select to_jsonb(t) as fields from practice_text t where practice_id = ${id} and language = ${language}`;
  return { language, fields: Row.parse(rows)[0].fields };
}

/** The original as it was in a version; null for one that was never kept. */
export async function readOriginalOf(
  db: Database | Transaction,
  practiceId: string,
  number: number,
): Promise<OriginalText | null> {
  const row = await db.practiceVersion.findUnique({
    where: { practiceId_number: { practiceId, number } },
    select: { content: true },
  });
  if (!row) return null;
  const { content } = VersionRow.parse(row);
  const { originalLanguage: language } = content;
  return { language, fields: TextFields.parse(contentText(content, language) ?? {}) };
}
