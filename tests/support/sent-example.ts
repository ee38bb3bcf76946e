import { randomBytes } from 'node:crypto';
import type { SubmissionState } from '#domain/lifecycle';
import type { DraftFields } from '#domain/submission-fields';
import { queryDatabase } from '#scripts/query-database';
import { filledFields } from '#tests/support/filled-draft';

type Sent = {
  /** Who wrote it; their id. */
  author: string;
  fields?: Partial<DraftFields>;
  state?: SubmissionState;
  claimedBy?: string;
  /** Days from today; negative is late. */
  dueIn?: number;
  /** Days since it was sent. */
  sentAgo?: number;
  /** How often it was sent. */
  times?: number;
};

/** Adds an example to the site under test as if it had been sent; returns its id. */
export async function addSentExample({
  author,
  fields,
  state = 'submitted',
  claimedBy,
  dueIn = 14,
  sentAgo = 3,
  times = 1,
}: Sent): Promise<string> {
  const id = randomBytes(5).toString('hex');
  const all = JSON.stringify({ ...filledFields, topics: ['anti-discrimination-and-equality'], ...fields });
  const run = (sql: string, values: readonly unknown[]) =>
    queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);
  await run(
    `insert into submission (id, state, fields, reference, claimed_by, claimed_at, due_on, submitted_at)
      values ($1, $2::"SubmissionState", $3, $4, $5, case when $5::text is not null then now() end,
        current_date + $6::int, now() - make_interval(days => $7::int))`,
    [id, state, all, `IC-2026-${id.slice(0, 4)}`, claimedBy ?? null, dueIn, sentAgo],
  );
  await run('insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)', [
    id,
    author,
  ]);
  for (let number = 1; number <= times; number += 1)
    await run(
      `insert into submission_sent (submission_id, number, at, sent_by, fields, files)
        values ($1, $2, now() - make_interval(days => $3::int), $4, $5, '[]')`,
      [id, number, sentAgo, author, all],
    );
  return id;
}
