import { talkFragment } from '#i18n/talk-paths';
import { firstValue } from '#lib/form-values';
import { answerComment } from '#server/practices/commands/answer-comment';
import { takeComment } from '../take-comment';

/** An editor adds to a talk. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/comments/answer'>) {
  return takeComment(request, context, {
    fragment: (values) => talkFragment(firstValue(values, 'thread')),
    work: ({ id, values, person: { actor }, now }) => {
      const [thread, text] = [firstValue(values, 'thread'), firstValue(values, 'text')];
      return answerComment({ actor, side: 'editor', id, thread, text, now });
    },
  });
}
