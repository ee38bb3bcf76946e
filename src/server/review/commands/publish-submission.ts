import 'server-only';
import type { DecisionLetter } from '#domain/decision';
import { type Database, database } from '#server/platform/db';
import { type PublishResult, publishLocked } from '#server/practices/commands/publish-locked';
import { type Asked, carryOut, type Refused } from '#server/review/commands/carry-out';

type Publish = Asked & {
  /** What changed, in a sentence for readers; may be empty. */
  note: string;
  letter: DecisionLetter;
  /** The number of the newer version that the editor saw, and publishes over. */
  despite?: number | undefined;
};

/**
 * Publishes it now. `overtaken`: another version was published after this revision was begun, with its number.
 * `incomplete`: with what is missing; nothing was written.
 */
export function publishSubmission(
  publish: Publish,
  db: Database = database(),
): Promise<PublishResult | Refused> {
  const { actor, now, letter, despite } = publish;
  const note = publish.note.trim();
  return carryOut(db, 'publish', publish, (tx, submission) =>
    publishLocked(tx, { actor, submission, note, letter, despite, now }),
  );
}
