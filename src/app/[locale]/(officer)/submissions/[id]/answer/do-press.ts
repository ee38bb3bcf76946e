import type { Actor } from '#domain/actor';
import { answerComment } from '#server/practices/commands/answer-comment';
import { settleComment } from '#server/practices/commands/settle-comment';
import { leaveSuggestion, takeSuggestion } from '#server/submissions/commands/answer-suggestion';
import type { Press } from './read-press';

type Pressed = { actor: Actor; id: string; press: Press; text: string; now: Date };

type Done =
  /** `conflict`: two texts for the field wait for a choice. */
  | { ok: true; conflict: boolean }
  | { ok: false; reason: 'not-found' | 'not-possible' | 'empty' | 'too-long' | 'too-many' };

/** Does what a button says. Words that were typed beside it are an answer, whichever button it was. */
export async function doPress({ actor, id, press, text, now }: Pressed): Promise<Done> {
  const { verb, thread } = press;
  const about = { actor, id, thread, now };
  if (verb === 'reply' || text.trim() !== '') {
    const answered = await answerComment({ ...about, side: 'member', text });
    if (!answered.ok) return answered;
  }
  if (verb === 'take') return takeSuggestion(about);
  if (verb === 'leave') return leaveSuggestion(about);
  if (verb === 'reply') return { ok: true, conflict: false };
  const settled = await settleComment({ ...about, side: 'member', done: verb === 'done' });
  return settled.ok ? { ok: true, conflict: false } : settled;
}
