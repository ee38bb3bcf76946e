import 'server-only';
import { z } from 'zod';
import { DraftFields } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';

const Left = z.object({ heading: z.string(), text: z.string() });
const Data = z.object({
  fields: z.array(DraftFields.keyof().nullable().catch(null)),
  left: z.array(Left),
});

/** What a draft's fields were filled from a file with, and what was not understood; null for one that was typed. */
export async function readImport(id: string, db: Database = database()) {
  const event = await db.submissionEvent.findFirst({
    where: { submissionId: id, kind: 'imported' },
    orderBy: { id: 'desc' },
    select: { data: true },
  });
  const read = Data.safeParse(event?.data);
  if (!read.success) return null;
  return { fields: read.data.fields.filter((field) => field !== null), left: read.data.left };
}
