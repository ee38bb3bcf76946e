import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { addEntry } from '#server/vocabularies/commands/add-entry';
import { readTyped } from '../../read-typed';
import { takeVocabularyForm } from '../../take-vocabulary-form';

/** Adds an entry to a list. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/vocabularies/[kind]/add'>,
): Promise<Response> {
  return takeVocabularyForm(request, context, async ({ locale, kind, values, read, person, now, refuse }) => {
    const path = vocabularyPaths.add(locale, kind);
    const back = async (errors: Readonly<Record<string, string>>) =>
      seeOther(vocabularyPaths.add(locale, kind, { form: await parkForm({ path, values, errors, now }) }));
    const typed = await readTyped({ kind, locale, read, before: null });
    if (!typed.ok) return back(typed.problems);
    const added = await addEntry({ actor: person.actor, kind, entry: typed.entry, now });
    if (added.ok) return seeOther(vocabularyPaths.entry(locale, kind, added.id, { done: 'added' }));
    return added.reason === 'taken' ? back({ 'name-en': 'taken' }) : refuse();
  });
}
