import 'server-only';
import { z } from 'zod';
import { type TalkEntry, type Thread, talkPlaces } from '#domain/review-talk';
import type { Database, Transaction } from '#server/platform/db';

const Rows = z.array(
  z.object({
    id: z.string(),
    field: z.enum(talkPlaces),
    thread_id: z.string().nullable(),
    account_id: z.string(),
    by: z.string(),
    is_member: z.boolean(),
    at: z.coerce.date(),
    text: z.string(),
    suggestion: z.string().nullable(),
    base_version: z.number().nullable(),
    suggestion_state: z.enum(['taken', 'left']).nullable(),
    sent_number: z.number(),
    shared_at: z.coerce.date().nullable(),
    resolved_at: z.coerce.date().nullable(),
  }),
);
type Row = z.output<typeof Rows>[number];

type Asked = {
  id: string;
  /** The account that reads. */
  reader: string;
  /** Whether what the other side has not been shown yet is read as well. */
  withUnshared: boolean;
};

/** What is said about a submission, by when each talk began. Whether the reader may see it is for the caller to have asked. */
export async function readThreads(
  db: Database | Transaction,
  { id, reader, withUnshared }: Asked,
): Promise<Thread[]> {
  const rows = Rows.parse(
    await db.$queryRaw`
      select c.id, c.field, c.thread_id, c.account_id, coalesce(nullif(a.name, ''), a.email) as by,
        exists (select from submission_member m
          where m.submission_id = c.submission_id and m.account_id = c.account_id) as is_member,
        c.at, c.text, c.suggestion, c.base_version, c.suggestion_state, c.sent_number, c.shared_at, c.resolved_at
      from review_comment c join account a on a.id = c.account_id
      where c.submission_id = ${id} and (${withUnshared} or c.shared_at is not null)
      order by c.at, c.id`,
  );
  const firsts = rows.filter(({ thread_id }) => thread_id === null);
  return firsts.map((first) => {
    const answers = rows.filter(({ thread_id }) => thread_id === first.id);
    return {
      ...{
        id: first.id,
        place: first.field,
        sentNumber: first.sent_number,
        done: first.resolved_at !== null,
      },
      entries: [first, ...answers].map((row) => toEntry(row, reader)),
      suggestion: toSuggestion(first),
    };
  });
}

function toEntry({ id, by, account_id, is_member, at, text, shared_at }: Row, reader: string): TalkEntry {
  const party = is_member ? 'member' : 'editor';
  return { id, by, own: account_id === reader, party, at, text, shared: shared_at !== null };
}

function toSuggestion({ suggestion, base_version, suggestion_state }: Row): Thread['suggestion'] {
  if (suggestion === null) return null;
  return { text: suggestion, base: base_version ?? 0, state: suggestion_state ?? 'open' };
}
