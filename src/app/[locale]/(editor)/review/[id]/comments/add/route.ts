import { isTalkPlace } from '#domain/review-talk';
import { placeFragment } from '#i18n/talk-paths';
import { firstValue } from '#lib/form-values';
import { addComment } from '#server/review/commands/add-comment';
import { takeComment } from '../take-comment';

/** An editor begins a talk about a field, the files or the whole, and may suggest another wording. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/comments/add'>) {
  return takeComment(request, context, {
    fragment: (values) => placeFragment(firstValue(values, 'place')),
    async work({ id, values, person: { actor }, now }) {
      const place = firstValue(values, 'place');
      if (!isTalkPlace(place)) return null;
      const [text, suggestion] = [firstValue(values, 'text'), firstValue(values, 'suggestion')];
      const added = await addComment({ ...{ actor, id, place, text, suggestion, now } });
      return added.ok ? { ok: true, thread: added.comment } : added;
    },
  });
}
