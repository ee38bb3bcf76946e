import { talkFragment } from '#i18n/talk-paths';
import { firstValue } from '#lib/form-values';
import { answerComment } from '#server/practices/commands/answer-comment';
import { settleComment } from '#server/practices/commands/settle-comment';
import { takeComment } from '../take-comment';

/** An editor calls a talk done, or opens it again. Words that were typed beside the button are an answer. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/comments/settle'>) {
  return takeComment(request, context, {
    fragment: (values) => talkFragment(firstValue(values, 'thread')),
    async work({ id, values, person: { actor }, now }) {
      const [thread, text] = [firstValue(values, 'thread'), firstValue(values, 'text')];
      const about = { actor, side: 'editor', id, thread, now } as const;
      const answered = text.trim() ? await answerComment({ ...about, text }) : null;
      if (answered && !answered.ok) return answered;
      return settleComment({ ...about, done: firstValue(values, 'done') === 'yes' });
    },
  });
}
