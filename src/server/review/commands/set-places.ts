import 'server-only';
import { sameValue } from '#domain/merge-fields';
import { withValues } from '#domain/submission-values';
import { type Database, database, type Transaction } from '#server/platform/db';
import { lockChoices } from '#server/practices/commands/lock-choices';
import { lockFor, turns } from '#server/practices/commands/lock-for';
import { appendSave } from '#server/practices/commands/saves/append-save';
import { appendSubmissionEvent } from '#server/practices/events/submission';
import { submissionSaves } from '#server/practices/select/saves/log';
import type { Asked, Refused } from '#server/review/commands/carry-out';

type SetPlaces = Asked & {
  /** Ids, in the order they are shown. */
  cities: readonly string[];
  /** The version of the submission that the form showed. */
  seen: number;
};

export type PlacesResult =
  | { ok: true }
  | Refused
  /** `unknown-place`: none of this name in the catalogue, or in another country than the example is. */
  | { ok: false; reason: 'unknown-place' | 'changed-meanwhile' };

/** Says which places of the catalogue an example is about, where its author could only name them in words. */
export function setPlaces(places: SetPlaces, db: Database = database()): Promise<PlacesResult> {
  return db.$transaction((tx) => setIn(tx, places), turns);
}

async function setIn(tx: Transaction, { actor, id, cities, seen, now }: SetPlaces): Promise<PlacesResult> {
  const locked = await lockFor(tx, { actor, id }, 'review', 'readReview');
  if (!locked.ok) return { ok: false, reason: locked.reason };
  const { fields, version } = locked.submission;
  const wanted = [...new Set(cities)];
  if (sameValue(wanted, fields.cities)) return { ok: true };
  if (version !== seen) return { ok: false, reason: 'changed-meanwhile' };
  const known = await lockChoices(tx, { cities: wanted, topics: [], targetGroups: [] });
  if (wanted.some((city) => known.cities.get(city) !== fields.country))
    return { ok: false, reason: 'unknown-place' };
  const next = version + 1;
  await tx.submission.update({
    where: { id },
    data: { fields: withValues(fields, new Map([['cities', wanted]])), version: next, updatedAt: now },
  });
  // As any other save: a form that is still open somewhere is merged with it.
  await appendSave(tx, submissionSaves(id), {
    ...{ actor, version: next, base: version, page: '', now },
    changed: { cities: wanted },
  });
  await appendSubmissionEvent(tx, {
    ...{ submissionId: id, actor: actor.id, kind: 'places-set', at: now },
    ...{ before: { cities: [...fields.cities] }, after: { cities: wanted } },
  });
  return { ok: true };
}
