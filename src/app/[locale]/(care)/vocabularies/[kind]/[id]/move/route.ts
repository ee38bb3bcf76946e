import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { seeOther } from '#server/forms/see-other';
import { moveEntry } from '#server/vocabularies/commands/move-entry';
import { takeVocabularyForm } from '../../../take-vocabulary-form';

/** Moves an entry one place up or down in its list. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/vocabularies/[kind]/[id]/move'>,
): Promise<Response> {
  return takeVocabularyForm(request, context, async ({ locale, kind, id, read, person, now, refuse }) => {
    if (kind === 'city') return refuse();
    const direction = read('direction') === 'up' ? 'up' : 'down';
    const moved = await moveEntry({ actor: person.actor, kind, id, direction, over: read('over'), now });
    if (!moved.ok && moved.reason === 'not-found') return refuse();
    return seeOther(vocabularyPaths.list(locale, kind, { done: moved.ok ? 'moved' : 'order' }));
  });
}
