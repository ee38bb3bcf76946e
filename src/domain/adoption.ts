import { type Actor, actsAs } from '#domain/actor';
import { isWebAddress } from '#lib/addresses';

/** Characters that fit. Form, checks and tests follow from it. */
export const adoptionLimits = { words: 1_500, website: 500, because: 1_000, firstYear: 1950 } as const;

/** Whether an editor has looked at what an officer stated, and what they said. */
export type AdoptionState = 'stated' | 'confirmed' | 'refused';

export type AdoptionStatement = {
  cityId: string;
  /** Since when the city repeats it. */
  year: number;
  words: string;
  ownPracticeId: string | null;
  website: string | null;
};
export type AdoptionField = 'city' | 'year' | 'words' | 'own' | 'website';
type AdoptionProblem =
  | 'city-empty'
  | 'city-same'
  | 'city-already'
  | 'year'
  | 'words-empty'
  | 'words-long'
  | 'own-unknown'
  | 'website';

type Checked =
  | { ok: true; statement: AdoptionStatement }
  | { ok: false; problems: Partial<Record<AdoptionField, AdoptionProblem>> };

/** Reads the form, all fields as they were typed. `cities`: those the officer may speak of; `thisYear`: the last possible. */
export function readAdoption(
  typed: Record<AdoptionField, string>,
  { cities, thisYear }: { cities: readonly string[]; thisYear: number },
): Checked {
  const [words, website] = [typed.words.trim(), typed.website.trim()];
  const year = /^\d{4}$/.test(typed.year.trim()) ? Number(typed.year) : 0;
  const problems: Partial<Record<AdoptionField, AdoptionProblem>> = {
    ...(cities.includes(typed.city) ? {} : { city: 'city-empty' }),
    ...(year >= adoptionLimits.firstYear && year <= thisYear ? {} : { year: 'year' }),
    ...(words === ''
      ? { words: 'words-empty' }
      : words.length > adoptionLimits.words
        ? { words: 'words-long' }
        : {}),
    ...(website === '' || (website.length <= adoptionLimits.website && isWebAddress(website))
      ? {}
      : { website: 'website' }),
  };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const own = typed.own === '' ? null : typed.own;
  return {
    ok: true,
    statement: { cityId: typed.city, year, words, ownPracticeId: own, website: website || null },
  };
}

/** Whether a person may confirm or refuse it. Four eyes: not who stated it. */
export function mayDecideAdoption(actor: Actor, { statedBy }: { statedBy: string }): boolean {
  return (actsAs(actor, 'editor') || actsAs(actor, 'administrator')) && actor.id !== statedBy;
}
