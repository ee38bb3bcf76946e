import 'server-only';
import { Prisma } from '#generated/prisma/client';

/**
 * Of each practice one revision is under way: the database refuses another that is begun or taken back up while one is,
 * whoever comes first. Then nothing was changed, for this reason.
 */
export async function unlessOtherRevision<Result, Reason extends string>(
  work: Promise<Result>,
  reason: Reason,
): Promise<Result | { ok: false; reason: Reason }> {
  try {
    return await work;
  } catch (error) {
    const isOther =
      error instanceof Prisma.PrismaClientKnownRequestError &&
      error.code === 'P2002' &&
      error.message.includes('submission_one_open_revision');
    if (!isOther) throw error;
    return { ok: false, reason };
  }
}
