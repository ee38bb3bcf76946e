import { readOpinionRequest } from '#domain/opinion';
import { isLocale } from '#i18n/locales';
import { opinionPaths } from '#i18n/opinion-paths';
import { firstValue } from '#lib/form-values';
import { storableText } from '#lib/storable';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { askOpinion } from '#server/opinions/commands/ask-opinion';
import { listOpinions } from '#server/opinions/queries/list-opinions';
import { nothingThere, takeForm } from '../../../../../take-form';

/** Asks someone without an account for their opinion on an example. */
export function POST(request: Request, context: RouteContext<'/[locale]/review/[id]/opinions/ask'>) {
  return takeForm(request, context, {
    pageOf: (locale, id) => opinionPaths.asked(locale, id),
    work: async ({ locale, id, person, values, now }) => {
      const { actor } = person;
      // Before anything is said about what was typed; the command asks again.
      if (!(await listOpinions({ actor, id, now }))) return nothingThere();
      const read = (name: string) => storableText(firstValue(values, name)).text;
      const line = (name: string) => read(name).replace(/\s+/g, ' ');
      const checked = readOpinionRequest({
        ...{ name: line('name'), email: line('email'), question: read('question'), days: line('days') },
      });
      const back = async (errors: Record<string, string>) =>
        seeOther(
          opinionPaths.asked(locale, id, {
            form: await parkForm({ path: opinionPaths.asked(locale, id), values, errors, now }),
          }),
        );
      if (!checked.ok) return back(checked.problems);
      const language = firstValue(values, 'language');
      const asked = await askOpinion({
        ...{ ...checked.request, actor, id, now, by: person.name || person.email },
        locale: isLocale(language) ? language : locale,
      });
      if (asked.ok) return seeOther(opinionPaths.asked(locale, id, { done: 'asked' }));
      if (asked.reason === 'not-found') return nothingThere();
      if (asked.reason === 'not-possible') return seeOther(opinionPaths.asked(locale, id, { done: 'late' }));
      return back({ email: asked.reason });
    },
  });
}
