import 'server-only';
import type { Transaction } from '#server/platform/db';
import type { Merged } from '#server/vocabularies/commands/merge-in-practices';

/** Whoever works for the first city, or is invited for it, is so for the second. Confirmed for either is confirmed. */
export async function mergeInPeople(tx: Transaction, { from, into }: Omit<Merged, 'kind'>): Promise<void> {
  await tx.$executeRaw`
    update affiliation kept
    set confirmed = true, decided_at = gone.decided_at, decided_by = gone.decided_by
    from affiliation gone
    where kept.city_id = ${into} and gone.city_id = ${from} and kept.account_id = gone.account_id
      and gone.confirmed and not kept.confirmed`;
  await tx.$executeRaw`
    delete from affiliation gone using affiliation kept
    where gone.city_id = ${from} and kept.city_id = ${into} and kept.account_id = gone.account_id
      and kept.country = gone.country`;
  await tx.affiliation.updateMany({ where: { cityId: from }, data: { cityId: into } });
  // In the place of the first, once.
  await tx.$executeRaw`
    update invitation set city_ids = array(
      select id from (
        select case when id = ${from} then ${into} else id end as id, min(place) as place
        from unnest(city_ids) with ordinality as one (id, place) group by 1
      ) each_once order by place)
    where ${from} = any (city_ids)`;
  // Who asked for access and has yet to enter the code.
  await tx.$executeRaw`
    update sign_in_code set access = jsonb_set(access, '{cityId}', to_jsonb(${into}::text))
    where access ->> 'cityId' = ${from}`;
}
