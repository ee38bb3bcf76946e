import { isLocale } from '#i18n/locales';

/**
 * A part of the site, `/{locale}/{name}` and all below it, whose answers are for one reader alone: kept by nobody, each
 * page under a policy with a nonce of its own, the query left as it is. What is not here may be read by anybody.
 */
export type Section = { methods: readonly string[] };

/** Methods that change nothing. */
export const readMethods: readonly string[] = ['GET', 'HEAD'];

/** Methods of pages with forms and of the verbs below them. */
const formMethods: readonly string[] = [...readMethods, 'POST'];

/** The sections by name. A new one is a line here, and its routes. */
export const sections: Readonly<Record<string, Section>> = {
  error: { methods: readMethods },
  'sign-in': { methods: formMethods },
  'sign-out': { methods: ['POST'] },
  access: { methods: formMethods },
  invitations: { methods: formMethods },
  account: { methods: formMethods },
  people: { methods: formMethods },
  unsubscribe: { methods: formMethods },
  submissions: { methods: formMethods },
  review: { methods: formMethods },
  translations: { methods: formMethods },
  opinions: { methods: formMethods },
  adoptions: { methods: formMethods },
  confirmations: { methods: formMethods },
  vocabularies: { methods: formMethods },
  care: { methods: readMethods },
};

/** What is neither a page nor a file, with the methods it takes; it says itself whether it may be kept. */
const services: Readonly<Record<string, readonly string[]>> = {
  '/api/suggest': readMethods,
  '/health/live': readMethods,
  '/health/ready': readMethods,
};

/** The section that an address belongs to, in whatever spelling the language is written; null for what is public. */
export function findSection(pathname: string): Section | null {
  const [, locale = '', name = ''] = pathname.split('/');
  return isLocale(locale.toLowerCase()) && Object.hasOwn(sections, name) ? (sections[name] ?? null) : null;
}

/** Whether an address is that of a service. */
export function isService(pathname: string): boolean {
  return Object.hasOwn(services, pathname);
}

/** Whether an address is that of what happened lately in the catalogue, told to programs in a language. */
export function isFeed(pathname: string): boolean {
  const [, locale = '', name, more] = pathname.split('/');
  return isLocale(locale) && name === 'feed.xml' && more === undefined;
}

/** Whether an address is that of a file people sent in; whether it is there, and for whom, its route knows. */
export function isSentFile(pathname: string): boolean {
  return /^(?:\/[a-z]{2}\/opinions\/[\w-]{1,100})?\/files\/[0-9a-z]{10}\/[0-9a-z.]{1,20}$/.test(pathname);
}

/** The methods that an address takes. Public pages and files are only read. */
export function methodsOf(pathname: string): readonly string[] {
  const service = isService(pathname) ? services[pathname] : undefined;
  return service ?? findSection(pathname)?.methods ?? readMethods;
}
