import { z } from 'zod';
import { isCountry } from '#domain/countries';
import { EmailAddress } from '#domain/sign-in';

/** Lengths of what a person says about themselves. */
export const personLimits = { name: 200, position: 200, cityName: 200 } as const;

const Line = (max: number) => z.string().trim().max(max);

/** What the form that asks for access says of its city: one of the catalogue, or a name with a country. */
export const AccessRequest = z.object({
  name: Line(personLimits.name).min(1),
  position: Line(personLimits.position),
  cityId: z.string().max(200).nullable(),
  cityName: Line(personLimits.cityName).min(1).nullable(),
  country: z.string().refine(isCountry),
});
export type AccessRequest = z.output<typeof AccessRequest>;

type AccessField = 'name' | 'email' | 'city' | 'cityName' | 'country';
/** What is to be done about a field; the words are the interface's. */
type AccessProblem =
  | 'name-empty'
  | 'name-long'
  | 'email'
  | 'city-empty'
  | 'city-unknown'
  | 'country-empty'
  | 'long';

type Typed = {
  name: string;
  email: string;
  position: string;
  city: string;
  cityName: string;
  country: string;
};
type Checked =
  | { ok: true; email: string; request: AccessRequest }
  | { ok: false; problems: Partial<Record<AccessField | 'position', AccessProblem>> };

/**
 * Reads the form. `city` is the id of a city that `countryOfCity` knows; a city that is not in the list has a name and a
 * country instead.
 */
export function readAccessRequest(typed: Typed, countryOfCity: (id: string) => string | undefined): Checked {
  const email = EmailAddress.safeParse(typed.email);
  const [name, position, cityName] = [typed.name.trim(), typed.position.trim(), typed.cityName.trim()];
  const known = typed.city === '' ? undefined : countryOfCity(typed.city);
  const country = known ?? typed.country;
  const problems: Partial<Record<AccessField | 'position', AccessProblem>> = {
    ...(name === '' ? { name: 'name-empty' } : name.length > personLimits.name ? { name: 'name-long' } : {}),
    ...(email.success ? {} : { email: 'email' }),
    ...(typed.city !== '' && !known ? { city: 'city-unknown' } : {}),
    ...(typed.city === '' && cityName === '' ? { city: 'city-empty' } : {}),
    ...(cityName.length > personLimits.cityName ? { cityName: 'long' } : {}),
    ...(typed.city === '' && cityName !== '' && !isCountry(country) ? { country: 'country-empty' } : {}),
    ...(position.length > personLimits.position ? { position: 'long' } : {}),
  };
  if (!email.success || Object.keys(problems).length > 0) return { ok: false, problems };
  const city = known ? { cityId: typed.city, cityName: null } : { cityId: null, cityName };
  return { ok: true, email: email.data, request: { name, position, ...city, country } };
}
