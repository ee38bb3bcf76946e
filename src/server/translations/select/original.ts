import 'server-only';
import { z } from 'zod';
import { contentText, PracticeContent } from '#domain/practice-content';
import { TextFields } from '#domain/translation';
import type { Database, Transaction } from '#server/platform/db';
import type { OriginalText } from '#server/translations/select/translation';

const VersionRow = z.object({ content: PracticeContent });

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
