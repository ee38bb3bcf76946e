import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { seeOther } from '#server/forms/see-other';
import { removeEntry } from '#server/vocabularies/commands/remove-entry';
import { takeVocabularyForm } from '../../../take-vocabulary-form';

/** Removes an entry that nothing uses. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/vocabularies/[kind]/[id]/remove'>,
): Promise<Response> {
  return takeVocabularyForm(request, context, async ({ locale, kind, id, read, person, now, refuse }) => {
    const removed = await removeEntry({ actor: person.actor, kind, id, seen: read('seen'), now });
    if (removed.ok) return seeOther(vocabularyPaths.list(locale, kind, { done: 'removed' }));
    if (removed.reason === 'not-found') return refuse();
    return seeOther(vocabularyPaths.entry(locale, kind, id, { done: removed.reason }));
  });
}
