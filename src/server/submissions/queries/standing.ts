import 'server-only';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { DecisionLetter } from '#domain/decision';
import type { SubmissionState } from '#domain/lifecycle';
import { may, type SubmissionAction } from '#domain/permissions';
import type { Thread } from '#domain/review-talk';
import type { DraftFields } from '#domain/submission-fields';
import { type Database, database } from '#server/platform/db';
import { findSubmission } from '#server/practices/select/submission';
import { readOwnTalk } from '#server/submissions/queries/draft';
import { listMembers } from '#server/submissions/queries/list-submissions';

/** What writers are told of a submission's history, in order. */
const toldEvents = [
  'begun',
  'sent',
  'withdrawn',
  'reopened',
  'shared',
  'changes-requested',
  'accepted',
  'declined',
  'appealed',
  'published',
  'archived',
] as const;

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
  history: readonly { kind: (typeof toldEvents)[number]; at: Date }[];
  /** What editors decided last, in their words; null before. */
  decision: { letter: string; reasons: string } | null;
  /** What editors wrote about it, as far as its writers may read it; for them alone. */
  talk: readonly Thread[];
  /** What stands in its fields, for its writers. */
  fields: DraftFields;
  /** Whether the person may do this to it now. */
  may: ReadonlySet<SubmissionAction>;
};

const Events = z.array(z.object({ kind: z.enum(toldEvents), at: z.date(), data: z.unknown() }));
const Told = z.object({ letter: DecisionLetter, reasons: z.string().catch('') });

/** Null when there is no such submission for this person. */
export async function readStanding(
  { actor, id }: { actor: Actor; id: string },
  db: Database = database(),
): Promise<Standing | null> {
  const stored = await findSubmission(db, id);
  if (!stored || !may(actor, 'read', stored)) return null;
  const [members, events, talk] = await Promise.all([
    listMembers(id, db),
    db.submissionEvent.findMany({
      where: { submissionId: id, kind: { in: [...toldEvents] } },
      select: { kind: true, at: true, data: true },
      orderBy: { id: 'asc' },
    }),
    readOwnTalk(db, actor, stored),
  ]);
  const { reference, state, fields } = stored;
  const history = Events.parse(events);
  const decision = readDecision(history);
  return {
    ...{ id, reference, state, members, talk, fields, decision },
    history: history.map(({ kind, at }) => ({ kind, at })),
    ...{ title: fields.title.trim(), language: fields.language },
    may: new Set(offered.filter((action) => may(actor, action, stored))),
  };
}

/** What was sent again after a decision is not decided yet. */
function readDecision(history: z.output<typeof Events>): Standing['decision'] {
  const told = Told.safeParse(history.findLast(({ kind }) => kind !== 'shared')?.data);
  return told.success ? { letter: told.data.letter.text, reasons: told.data.reasons } : null;
}
