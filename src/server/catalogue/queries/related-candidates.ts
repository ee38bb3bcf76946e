import 'server-only';
import type { FacetRow } from '#domain/facet-index';
import { Prisma } from '#generated/prisma/client';
import { readRowsOf } from '#server/catalogue/queries/index-rows';
import type { CatalogueSnapshot } from '#server/catalogue/queries/snapshot';
import type { Database } from '#server/platform/db';

/** Of each kind: more than anybody reads, and few enough to be compared one by one. */
const most = 300;

/**
 * Practices that may be near one: all of them where they are held in memory, else some that share a city, a topic and the
 * country, or a topic. The practice itself is among them.
 */
export async function readCandidates(
  db: Database,
  { held, vocabulary }: CatalogueSnapshot,
  id: string,
): Promise<readonly FacetRow[]> {
  if (held) return [...held.values()];
  const ids = Prisma.sql`
    (select ${id} as id)
    union
    (select practice_id from practice_city
      where city_id in (select city_id from practice_city where practice_id = ${id}) limit ${most})
    union
    (select t.practice_id
      from practice_topic t join practice p on p.id = t.practice_id and p.status = 'published'
      where t.topic_id in (select topic_id from practice_topic where practice_id = ${id})
        and p.country = (select country from practice where id = ${id}) limit ${most})
    union
    (select practice_id from practice_topic
      where topic_id in (select topic_id from practice_topic where practice_id = ${id}) limit ${most})`;
  return readRowsOf(db, vocabulary, ids);
}
