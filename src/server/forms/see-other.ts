import 'server-only';
import { neverKept } from '#lib/cache-headers';

const anySite = 'http://site.invalid';

/**
 * On to a page of this site, asked for with GET: Back and reload never send the form again. Throws for an address that
 * leads anywhere else, which a caller has to rule out.
 */
export function seeOther(path: string): Response {
  const url = new URL(path, anySite);
  if (!path.startsWith('/') || url.origin !== anySite)
    throw new Error('A form leads on to a path of this site.');
  const location = `${url.pathname}${url.search}${url.hash}`;
  return new Response(null, { status: 303, headers: { ...neverKept, Location: location } });
}
