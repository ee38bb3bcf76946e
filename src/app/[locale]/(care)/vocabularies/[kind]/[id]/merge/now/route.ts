import { isEntryId } from '#domain/vocabulary';
import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { seeOther } from '#server/forms/see-other';
import { mergeEntries } from '#server/vocabularies/commands/merge-entries';
import { takeVocabularyForm } from '../../../../take-vocabulary-form';

/** Makes an entry another one. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/vocabularies/[kind]/[id]/merge/now'>,
): Promise<Response> {
  return takeVocabularyForm(request, context, async ({ locale, kind, id, read, person, now, refuse }) => {
    const into = read('into');
    if (!isEntryId(into)) return refuse();
    const seen = { from: read('seenFrom'), into: read('seenInto') };
    const merged = await mergeEntries({ actor: person.actor, kind, from: id, into, seen, now });
    if (merged.ok) return seeOther(vocabularyPaths.entry(locale, kind, into, { done: 'merged' }));
    if (merged.reason === 'not-found') return refuse();
    return seeOther(`${vocabularyPaths.merge(locale, kind, id, into)}&problem=${merged.reason}`);
  });
}
