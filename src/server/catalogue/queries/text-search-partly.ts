import 'server-only';
import { Prisma } from '#generated/prisma/client';

/** A practice that holds less than this share of what a query says, by the weight of its terms, is not what was meant. */
const enough = 0.5;

/** Hits of the terms as they stand; of a last word that hits nothing, of words it begins. Reads `hit` and `begunOnly`. */
const looseHit = (begunOnly: Prisma.Sql) => Prisma.sql`
  select alternative, term, practice_id, tier from hit where not excluded
  union all
  select * from (${begunOnly}) b
  where not exists (select from hit h where not h.excluded and h.term = b.term)`;

/**
 * Practices that hold most of several terms, for a query of which none holds all. A term weighs the more the fewer
 * practices have it; one that none has (a word that is not in the catalogue) weighs nothing. Terms in `required`
 * (phrases between quotation marks) must stand.
 */
export const holdingMost = (begunOnly: Prisma.Sql, required: readonly number[]) => Prisma.sql`
  with held as materialized (
    select alternative, term, practice_id, max(tier) as tier from (${looseHit(begunOnly)}) every_hit group by 1, 2, 3
  ), weighed as materialized (
    select alternative, term, ln(1 + (select count(distinct practice_id) from held)::float / count(*)) as weight
    from held group by 1, 2
  ), wanted as (
    select a.alternative, sum(w.weight) as weight,
      count(*) filter (where a.term = any(${[...required]}::int[])) as required
    from (select distinct alternative, term from asked where not excluded) a left join weighed w using (alternative, term)
    group by a.alternative having count(*) > 1
  )
  select h.alternative, h.practice_id, sum(w.weight * (3 + h.tier)) as tier
  from held h join weighed w using (alternative, term) join wanted using (alternative)
  group by h.alternative, h.practice_id, wanted.weight, wanted.required
  having sum(w.weight) >= wanted.weight * ${enough}
    and count(*) filter (where h.term = any(${[...required]}::int[])) = wanted.required`;
