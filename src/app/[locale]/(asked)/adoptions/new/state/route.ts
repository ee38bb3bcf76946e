import { readAdoption } from '#domain/adoption';
import { adoptionPaths } from '#i18n/adoption-paths';
import type { Locale } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { stateAdoption } from '#server/adoptions/commands/state-adoption';
import { readAdoptionForm } from '#server/adoptions/queries/adoption-form';
import { parkForm } from '#server/forms/commands';
import { seeOther } from '#server/forms/see-other';
import { takePersonsForm } from '../../../take-persons-form';

const fieldOf = {
  'same-city': { city: 'city-same' },
  already: { city: 'city-already' },
  'own-unknown': { own: 'own-unknown' },
} as const;

/** Takes what an officer says of their city to the editors. */
export function POST(request: Request, context: RouteContext<'/[locale]/adoptions/new/state'>) {
  return takePersonsForm(request, context, {
    pageOf: (locale, read) => adoptionPaths.begin(locale, read('practice')),
    labelsIn,
    work: async ({ locale, read, values, person, now, refuse }) => {
      const { actor } = person;
      const slug = read('practice');
      const found = await readAdoptionForm({ actor, slug, locale });
      if (!found) return refuse();
      const path = adoptionPaths.begin(locale, slug);
      const back = async (errors: Record<string, string>) =>
        seeOther(adoptionPaths.begin(locale, slug, { form: await parkForm({ path, values, errors, now }) }));
      const checked = readAdoption(
        {
          ...{ city: read('city'), year: read('year'), words: read('words') },
          ...{ own: read('own'), website: read('website') },
        },
        { cities: actor.cities.map(({ id }) => id), thisYear: now.getUTCFullYear() },
      );
      if (!checked.ok) return back(checked.problems);
      const { statement } = checked;
      const stated = await stateAdoption({ actor, practiceId: found.practice.id, statement, now });
      if (stated.ok) return seeOther(adoptionPaths.begin(locale, slug, { done: 'stated' }));
      return stated.reason === 'not-found' ? refuse() : back(fieldOf[stated.reason]);
    },
  });
}

function labelsIn(locale: Locale) {
  const t = translatorOf(locale);
  return { year: t('adoption.year'), words: t('adoption.words'), website: t('adoption.link') };
}
