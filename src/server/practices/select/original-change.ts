import 'server-only';
import { z } from 'zod';
import { Prisma } from '#generated/prisma/client';

/** By language of a translation: when the original began to say something else; null where that was not kept. */
export const ChangedSince = z.record(z.string(), z.coerce.date().nullable());
export type ChangedSince = z.output<typeof ChangedSince>;

/** What the original of a version says, whoever approved it. */
const originalOf = (version: Prisma.Sql) => Prisma.sql`
  (select o - '{state,approved_by,made_from}'::text[] from jsonb_array_elements(${version}.content -> 'texts') o
    where o ->> 'language' = ${version}.content ->> 'originalLanguage')`;

/**
 * When practice `p` was first published with another original than in version `from`, up to the version `to`. Null where
 * it never was, and where that version was not kept.
 */
export const originalChangedAt = (from: Prisma.Sql, to = Prisma.sql`later.number`) => Prisma.sql`
  (select later.at from practice_version made
    join practice_version later on later.practice_id = made.practice_id and later.number > made.number
    where made.practice_id = p.id and made.number = ${from} and later.number <= ${to}
      and ${originalOf(Prisma.sql`later`)} is distinct from ${originalOf(Prisma.sql`made`)}
    order by later.number limit 1)`;
