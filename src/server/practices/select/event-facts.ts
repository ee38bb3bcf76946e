import 'server-only';
import { criteria } from '#domain/review-criteria';
import { isTalkPlace } from '#domain/review-talk';
import type { EventFacts } from '#domain/told-event';
import type { EventNames } from '#server/practices/select/event-names';
import type { EventData, EventRow } from '#server/practices/select/event-row';

/** The facts of an event, with names in place of ids. */
export function tellFacts(event: EventRow, names: EventNames): EventFacts {
  const { data, before, after } = event;
  const { number, field, language, verdict, why, publishAt, letter } = data;
  const version = data.version ?? after.version;
  const person = names.personOf(data);
  const words = [data.reasons, data.words, data.because, data.note, names.wordsOf(data)].find(Boolean);
  const comments = event.kind === 'changes-requested' ? names.commentsAt(event.at) : undefined;
  return {
    ...(number !== undefined && { number }),
    ...(version !== undefined && { version }),
    ...(language !== undefined && { language }),
    ...(person !== undefined && { person }),
    ...namesOfOpinion(data, names),
    ...(verdict && { opinion: verdict }),
    ...(data.city !== undefined && { city: names.cityOf(data.city) }),
    ...tellPlaces(event, names),
    ...(event.kind === 'due-set' && { dueOn: { before: before.dueOn ?? null, after: after.dueOn ?? null } }),
    ...(event.kind === 'checked' && { checks: tellChecks(event) }),
    ...(publishAt && { publishAt }),
    ...(field !== undefined && isTalkPlace(field) && { about: [field] }),
    ...(comments !== undefined && { comments }),
    ...(why && { stopped: why }),
    ...(words && { words }),
    ...(letter && { letter }),
  };
}

function namesOfOpinion({ opinion }: EventData, names: EventNames): EventFacts {
  const askedBy = opinion === undefined ? undefined : names.askedBy(opinion);
  return askedBy === undefined ? {} : { askedBy };
}

function tellPlaces({ kind, before, after }: EventRow, names: EventNames): EventFacts {
  if (kind !== 'places-set') return {};
  const named = (ids: readonly string[] = []) => ids.map(names.cityOf);
  return { places: { before: named(before.cities), after: named(after.cities) } };
}

function tellChecks({ before, after }: EventRow): EventFacts['checks'] {
  return criteria.flatMap((criterion) => {
    const now = after[criterion];
    return now === undefined ? [] : [{ criterion, before: before[criterion] ?? null, after: now }];
  });
}
