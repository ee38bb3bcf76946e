import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { shareNext } from '#lib/share-next';
import { watchConnection } from '#server/platform/db';

const patienceMs = 1_000;

/** Whether the database answers within a second. Asked by many at once, it is asked once. */
export function databaseAnswers(): Promise<boolean> {
  const answer = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([answer, setTimeout(patienceMs, false, { ref: false })]);
}

const ask = shareNext(() => watchConnection().query('select 1'));
