import 'server-only';
import { Prisma } from '#generated/prisma/client';

type TooLate = { ok: false; reason: 'not-possible' };

/**
 * Of each practice one revision is under way: the database refuses another that is taken back up while one is. Then nothing
 * was changed, and it is not possible.
 */
export async function unlessOtherRevision<Result>(work: Promise<Result>): Promise<Result | TooLate> {
  try {
    return await work;
  } catch (error) {
    const isOther =
      error instanceof Prisma.PrismaClientKnownRequestError &&
      error.code === 'P2002' &&
      error.message.includes('submission_one_open_revision');
    if (!isOther) throw error;
    return { ok: false, reason: 'not-possible' };
  }
}
