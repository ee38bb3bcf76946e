import { placeFragment } from '#i18n/talk-paths';
import { firstValue } from '#lib/form-values';
import { takeBackComment } from '#server/review/commands/take-back-comment';
import { takeComment } from '../take-comment';

/** An editor takes back a comment that the author has not read. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/comments/take-back'>) {
  return takeComment(request, context, {
    fragment: (values) => placeFragment(firstValue(values, 'place')),
    work: ({ id, values, person: { actor }, now }) =>
      takeBackComment({ actor, id, comment: firstValue(values, 'comment'), now }),
  });
}
