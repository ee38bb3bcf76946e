import { adoptionLimits } from '#domain/adoption';
import { mayManagePeople } from '#domain/permissions';
import { adoptionPaths } from '#i18n/adoption-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { type Decided, decideAdoption } from '#server/adoptions/commands/decide-adoption';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { takePersonsForm } from '../take-persons-form';

type Context = { params: Promise<{ locale: string; id: string }> };

/** Takes an editor's decision on what an officer said, and leads back to the list. */
export async function answerDecision(
  request: Request,
  context: Context,
  verb: 'confirm' | 'refuse',
): Promise<Response> {
  const { id } = await context.params;
  const name = `because-${id}`;
  return takePersonsForm(request, context, {
    pageOf: (locale) => adoptionPaths.list(locale),
    labelsIn: (locale) => ({ [name]: translatorOf(locale)('adoption.because') }),
    work: async ({ locale, read, values, person, now, refuse }) => {
      // Before anything is said about what was typed; the command asks again.
      if (!mayManagePeople(person.actor)) return refuse();
      const back = async (errors: Record<string, string>) => {
        const form = await parkForm({ path: adoptionPaths.list(locale), values, errors, now });
        return seeOther(adoptionPaths.list(locale, { form }));
      };
      const because = read(name).trim();
      if (verb === 'refuse' && because === '') return back({ [name]: 'because-empty' });
      if (because.length > adoptionLimits.because) return back({ [name]: 'because-long' });
      const refusedBecause = verb === 'refuse' ? because : null;
      const decided = await decideAdoption({ actor: person.actor, id, refusedBecause, now });
      if (!decided.ok && decided.reason === 'not-found') return refuse();
      if (!decided.ok && decided.reason === 'unconfirmed') return back({ [`confirm-${id}`]: 'unconfirmed' });
      return seeOther(pathAfter(decided, verb, locale));
    },
  });
}

function pathAfter(decided: Decided, verb: 'confirm' | 'refuse', locale: Locale): string {
  // The page says why somebody cannot decide what they stated.
  if (!decided.ok && decided.reason === 'own') return adoptionPaths.list(locale);
  const done = decided.ok ? (verb === 'confirm' ? 'confirmed' : 'refused') : 'late';
  return adoptionPaths.list(locale, { done });
}
