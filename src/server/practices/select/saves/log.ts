import 'server-only';
import { Prisma } from '#generated/prisma/client';

/** Where the saves of one thing are kept. Of submissions and of translations they have the same columns but one. */
export type SaveLog = {
  table: Prisma.Sql;
  /** The column that says whose they are. */
  owner: Prisma.Sql;
  id: string;
};

/** The saves of a submission. */
export function submissionSaves(id: string): SaveLog {
  return { table: Prisma.sql`submission_save`, owner: Prisma.sql`submission_id`, id };
}

/** The saves of a translation. */
export function translationSaves(id: string): SaveLog {
  return { table: Prisma.sql`translation_save`, owner: Prisma.sql`translation_id`, id };
}
