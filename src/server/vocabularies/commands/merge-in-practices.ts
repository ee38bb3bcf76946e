import 'server-only';
import type { VocabularyKind } from '#domain/vocabulary';
import { Prisma } from '#generated/prisma/client';
import type { Transaction } from '#server/platform/db';

export type Merged = { kind: VocabularyKind; from: string; into: string };

/**
 * Gives the second to every practice that has the first, once, in the place of whichever came earlier. The version of a
 * practice stays: its files may still change it, and mean the second.
 */
export async function mergeInPractices(tx: Transaction, { kind, from, into }: Merged): Promise<void> {
  const both = Prisma.sql`(${from}, ${into})`;
  const steps = {
    topic: [
      Prisma.sql`delete from practice_topic later using practice_topic earlier
        where later.practice_id = earlier.practice_id and later.position > earlier.position
          and later.topic_id in ${both} and earlier.topic_id in ${both}`,
      Prisma.sql`update practice_topic set topic_id = ${into} where topic_id = ${from}`,
    ],
    city: [
      Prisma.sql`delete from practice_city later using practice_city earlier
        where later.practice_id = earlier.practice_id and later.position > earlier.position
          and later.city_id in ${both} and earlier.city_id in ${both}`,
      Prisma.sql`update practice_city set city_id = ${into} where city_id = ${from}`,
    ],
    group: [
      Prisma.sql`delete from practice_target_group later using practice_target_group earlier
        where later.practice_id = earlier.practice_id and later.position > earlier.position
          and later.target_group_id in ${both} and earlier.target_group_id in ${both}`,
      Prisma.sql`update practice_target_group set target_group_id = ${into} where target_group_id = ${from}`,
    ],
  };
  for (const step of steps[kind]) await tx.$executeRaw(step);
}
