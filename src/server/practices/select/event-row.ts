import 'server-only';
import { z } from 'zod';
import { DecisionLetter } from '#domain/decision';
import { otherSubmissionEvents, practiceEventKinds, type SubmissionEventKind } from '#domain/event-kinds';
import { moveEvents } from '#domain/lifecycle';
import { verdicts as opinionVerdicts } from '#domain/opinion';
import { verdicts } from '#domain/review-criteria';

const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);

/** What events say besides who, when and what; each kind a part of it. What cannot be read is not told. */
const EventData = z
  .object({
    ...{ number: count, version: count },
    ...{ with: text, from: text, opinion: text, field: text, city: text, submission: text, language: text },
    ...{ reasons: text, words: text, because: text, note: text },
    publishAt: z.coerce.date().optional().catch(undefined),
    verdict: z.enum(opinionVerdicts).optional().catch(undefined),
    why: z.enum(['overtaken', 'incomplete', 'failed']).optional().catch(undefined),
    letter: DecisionLetter.optional().catch(undefined),
  })
  .catch({});
export type EventData = z.output<typeof EventData>;

const Judged = z.enum(verdicts).nullable().optional().catch(undefined);

/** What stood there before or stands there after. */
const EventAfter = z
  .object({
    cities: z.array(z.string()).optional().catch(undefined),
    dueOn: z.iso
      .date()
      .transform((day) => new Date(day))
      .nullable()
      .optional()
      .catch(undefined),
    version: count,
    ...{ aim: Judged, city: Judged, evidence: Judged, plain: Judged, transferable: Judged },
  })
  .catch({});

/** Every kind of event that a submission can have. */
export const submissionKinds: readonly SubmissionEventKind[] = [...moveEvents, ...otherSubmissionEvents];

const row = { id: z.bigint(), at: z.date(), actor: z.string(), data: EventData };
const sides = { before: EventAfter, after: EventAfter };
export const SubmissionRows = z.array(
  z.object({ ...row, ...sides, source: z.literal('submission'), kind: z.enum(submissionKinds) }),
);
export const PracticeRows = z.array(
  z.object({ ...row, ...sides, source: z.literal('practice'), kind: z.enum(practiceEventKinds) }),
);
/** An event as its row says, with what can be read of it. */
export type EventRow = z.output<typeof SubmissionRows>[number] | z.output<typeof PracticeRows>[number];
