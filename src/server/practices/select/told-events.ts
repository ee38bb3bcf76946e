import 'server-only';
import { practiceEventKinds, type SubmissionEventKind } from '#domain/event-kinds';
import type { ToldEvent } from '#domain/told-event';
import { translationEvents } from '#domain/translation';
import type { Prisma } from '#generated/prisma/client';
import type { Locale } from '#i18n/locales';
import type { Database } from '#server/platform/db';
import { tellFacts } from '#server/practices/select/event-facts';
import { readEventNames } from '#server/practices/select/event-names';
import {
  type EventRow,
  PracticeRows,
  SubmissionRows,
  submissionKinds,
} from '#server/practices/select/event-row';
import type { StoredPractice } from '#server/practices/select/published';
import type { StoredSubmission } from '#server/practices/select/submission';

type Told = {
  submission: Pick<StoredSubmission, 'id' | 'practiceId' | 'members'>;
  locale: Locale;
};

/** Everything that happened to a submission and to the practice it became, oldest first, with names in place of ids. */
export async function readStory(db: Database, { submission, locale }: Told): Promise<readonly ToldEvent[]> {
  const { id, practiceId } = submission;
  const [own, ofPractice] = await Promise.all([
    readSubmissionRows(db, id, submissionKinds),
    practiceId ? readPracticeRows(db, practiceId) : [],
  ]);
  // What was done by way of the submission its own history tells.
  const others = ofPractice.filter(({ data }) => data.submission !== id);
  const rows = [...own, ...others].sort((one, other) => one.at.getTime() - other.at.getTime());
  return tell(db, rows, { submission, locale });
}

/** What those who write in a submission are told of it: these kinds alone, and no names but theirs. */
export async function readStoryForWriters(
  db: Database,
  { submission, locale }: Told,
  kinds: readonly SubmissionEventKind[],
): Promise<readonly ToldEvent[]> {
  const rows = await readSubmissionRows(db, submission.id, kinds);
  const events = await tell(db, rows, { submission, locale });
  return events.map((event) => {
    if (event.by.as === 'author') return event;
    // Of what editors write, that alone which was sent to them.
    const { person: _, words, ...facts } = event.facts;
    const by = { ...event.by, name: null };
    return { ...event, by, facts: { ...facts, ...(facts.letter && words && { words }) } };
  });
}

type TextTold = { practice: Pick<StoredPractice, 'id' | 'members'>; language: string; locale: Locale };

/** What happened to the translation of a practice into a language, oldest first. */
export async function readTextStory(
  db: Database,
  { practice: { id, members }, language, locale }: TextTold,
): Promise<readonly ToldEvent[]> {
  const rows = await readPracticeRows(db, id, {
    kind: { in: [...translationEvents] },
    data: { path: ['language'], equals: language },
  });
  // No submission has a part in it.
  return tell(db, rows, { submission: { id: '', members }, locale });
}

const columns = { id: true, at: true, actor: true, kind: true, data: true, before: true, after: true };

async function readSubmissionRows(db: Database, id: string, kinds: readonly SubmissionEventKind[]) {
  const rows = await db.submissionEvent.findMany({
    where: { submissionId: id, kind: { in: [...kinds] } },
    ...{ select: columns, orderBy: { id: 'asc' } },
  });
  return SubmissionRows.parse(rows.map((one) => ({ ...one, source: 'submission' })));
}

async function readPracticeRows(
  db: Database,
  practiceId: string,
  which: Prisma.PracticeEventWhereInput = { kind: { in: [...practiceEventKinds] } },
) {
  const rows = await db.practiceEvent.findMany({
    where: { practiceId, ...which },
    ...{ select: columns, orderBy: { id: 'asc' } },
  });
  return PracticeRows.parse(rows.map((one) => ({ ...one, source: 'practice' })));
}

async function tell(
  db: Database,
  rows: readonly EventRow[],
  { submission, locale }: { submission: Omit<Told['submission'], 'practiceId'>; locale: Locale },
): Promise<readonly ToldEvent[]> {
  const names = await readEventNames(db, rows, { submission, locale });
  return rows.map((event) => {
    const { at } = event;
    const told = { at, by: names.doerOf(event), facts: tellFacts(event, names), count: 1 };
    return event.source === 'submission'
      ? { ...told, source: event.source, kind: event.kind }
      : { ...told, source: event.source, kind: event.kind };
  });
}
