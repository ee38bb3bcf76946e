import 'server-only';
import { z } from 'zod';
import type { KnownChoices } from '#domain/submission-check';
import type { DraftFields } from '#domain/submission-fields';
import type { Transaction } from '#server/platform/db';

const Cities = z.array(z.object({ id: z.string(), country: z.string() }));
const Ids = z.array(z.object({ id: z.string() }));

/** Of the cities, topics and groups that are named, those that are there; they stay until the transaction ends. */
export async function lockChoices(
  tx: Transaction,
  { cities, topics, targetGroups }: Pick<DraftFields, 'cities' | 'topics' | 'targetGroups'>,
): Promise<KnownChoices> {
  const knownCities = await tx.$queryRaw`
    select id, country from city where id = any(${[...cities]}::text[]) order by id for key share`;
  const knownTopics = await tx.$queryRaw`
    select id from topic where id = any(${[...topics]}::text[]) order by id for key share`;
  const knownGroups = await tx.$queryRaw`
    select id from target_group where id = any(${[...targetGroups]}::text[]) order by id for key share`;
  return {
    cities: new Map(Cities.parse(knownCities).map(({ id, country }) => [id, country])),
    topics: new Set(Ids.parse(knownTopics).map(({ id }) => id)),
    targetGroups: new Set(Ids.parse(knownGroups).map(({ id }) => id)),
  };
}
