import { randomBytes } from 'node:crypto';
import { queryDatabase } from '#scripts/query-database';

function onSite(sql: string, values: readonly unknown[]): Promise<unknown[]> {
  return queryDatabase(process.env.TEST_DATABASE_URL ?? '', sql, values);
}

/** Adds an empty draft of a person to the site under test; returns its id. */
export async function addDraft(accountId: string): Promise<string> {
  const id = randomBytes(5).toString('hex');
  await onSite(
    `with one as (insert into submission (id) values ($1) returning id)
      insert into submission_member (submission_id, account_id, is_author) select id, $2, true from one`,
    [id, accountId],
  );
  return id;
}

/** Puts a submission into a state, as what leads there is for another test. */
export async function setState(id: string, state: string): Promise<void> {
  await onSite('update submission set state = $2::"SubmissionState" where id = $1', [id, state]);
}
