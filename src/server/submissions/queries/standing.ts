import 'server-only';
import type { Actor } from '#domain/actor';
import type { SubmissionEventKind } from '#domain/event-kinds';
import type { SubmissionState } from '#domain/lifecycle';
import { may, type SubmissionAction } from '#domain/permissions';
import type { Thread } from '#domain/review-talk';
import type { DraftFields } from '#domain/submission-fields';
import type { ToldEvent } from '#domain/told-event';
import type { Locale } from '#i18n/locales';
import { type Database, database } from '#server/platform/db';
import { findSubmission } from '#server/practices/select/submission';
import { readStoryForWriters } from '#server/practices/select/told-events';
import { readOwnTalk } from '#server/submissions/queries/draft';
import { listMembers } from '#server/submissions/queries/list-submissions';

/** What writers are told of a submission's history. */
const toldEvents: readonly SubmissionEventKind[] = [
  'begun',
  'imported',
  'sent',
  'withdrawn',
  'reopened',
  'shared',
  'places-set',
  'claimed',
  'changes-requested',
  'accepted',
  'declined',
  'appealed',
  'reconsidered',
  'scheduled',
  'published',
  'archived',
  'republished',
  'replaced',
];

/** What leaves the last decision standing. */
const besides: readonly SubmissionEventKind[] = ['shared', 'places-set', 'scheduled', 'replaced'];

/** What its page offers, where the person may. */
const offered = ['write', 'withdraw', 'reopen', 'share', 'delete', 'appeal', 'answer'] as const;

/** How a submission stands, for a person who may read it. */
export type Standing = {
  id: string;
  title: string;
  language: string;
  reference: string | null;
  state: SubmissionState;
  members: readonly { id: string; name: string; isAuthor: boolean }[];
  history: readonly ToldEvent[];
  /** What editors decided last, in their words; null before. */
  decision: { letter: string; reasons: string } | null;
  /** What editors wrote about it, as far as its writers may read it; for them alone. */
  talk: readonly Thread[];
  /** What stands in its fields, for its writers. */
  fields: DraftFields;
  /** Whether the person may do this to it now. */
  may: ReadonlySet<SubmissionAction>;
};

/** Null when there is no such submission for this person. */
export async function readStanding(
  { actor, id, locale }: { actor: Actor; id: string; locale: Locale },
  db: Database = database(),
): Promise<Standing | null> {
  const stored = await findSubmission(db, id);
  if (!stored || !may(actor, 'read', stored)) return null;
  const [members, history, talk] = await Promise.all([
    listMembers(id, db),
    readStoryForWriters(db, { submission: stored, locale }, toldEvents),
    readOwnTalk(db, actor, stored),
  ]);
  const { reference, state, fields } = stored;
  const decision = readDecision(history);
  return {
    ...{ id, reference, state, members, history, talk, fields, decision },
    ...{ title: fields.title.trim(), language: fields.language },
    may: new Set(offered.filter((action) => may(actor, action, stored))),
  };
}

/** What was sent again after a decision is not decided yet. */
function readDecision(history: readonly ToldEvent[]): Standing['decision'] {
  const last = history.findLast(({ kind }) => !besides.some((one) => one === kind));
  if (!last?.facts.letter) return null;
  // A note about a publication is for its readers.
  const reasons = last.kind === 'published' ? '' : (last.facts.words ?? '');
  return { letter: last.facts.letter.text, reasons };
}
