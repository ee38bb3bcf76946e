import { vocabularyPaths } from '#i18n/vocabulary-paths';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { renameEntry } from '#server/vocabularies/commands/rename-entry';
import { readEntryFor } from '#server/vocabularies/queries/entry';
import { readTyped } from '../../../read-typed';
import { takeVocabularyForm } from '../../../take-vocabulary-form';

/** Saves what an entry says. Where someone else changed it meanwhile, the form comes back and shows both. */
export function POST(
  request: Request,
  context: RouteContext<'/[locale]/vocabularies/[kind]/[id]/save'>,
): Promise<Response> {
  return takeVocabularyForm(request, context, async (sent) => {
    const { locale, kind, id, values, read, person, now, refuse } = sent;
    const shown = await readEntryFor(kind, id, locale);
    if (!shown) return refuse();
    const path = vocabularyPaths.entry(locale, kind, id);
    const back = async (errors: Readonly<Record<string, string>>) =>
      seeOther(
        vocabularyPaths.entry(locale, kind, id, { form: await parkForm({ path, values, errors, now }) }),
      );
    const typed = await readTyped({ kind, locale, read, before: shown.entry });
    const overtaken: Record<string, string> = read('seen') === shown.seen ? {} : { seen: 'changed' };
    if (!typed.ok) return back({ ...typed.problems, ...overtaken });
    const { entry } = typed;
    const saved = await renameEntry({ actor: person.actor, kind, id, seen: read('seen'), entry, now });
    if (saved.ok) return seeOther(vocabularyPaths.entry(locale, kind, id, { done: 'saved' }));
    if (saved.reason === 'not-found') return refuse();
    return back(saved.reason === 'taken' ? { 'name-en': 'taken', ...overtaken } : { seen: 'changed' });
  });
}
