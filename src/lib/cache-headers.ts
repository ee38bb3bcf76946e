/**
 * A public page that anybody may read. A browser asks again each time, and mostly gets a 304. A cache in front keeps it
 * for a minute, and for ten more answers with it while it fetches the new one. Those that take `must-revalidate` to the
 * letter, which is meant for browsers here, read the second header (RFC 9213).
 */
export const keptForAMinute = {
  'Cache-Control': 'public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600',
  'CDN-Cache-Control': 'public, max-age=60, stale-while-revalidate=600',
} as const;

/** A file that changes only with a build, under a name that stays. */
export const keptForADay = { 'Cache-Control': 'public, max-age=86400' } as const;

/** An address that leads on to another. Short, since what an address means can change with the next build. */
export const movedForAMinute = { 'Cache-Control': 'public, max-age=60' } as const;

/** The header by which a route says how long its body is; it becomes `Content-Length` just before the answer begins. */
export const bodyLength = 'X-Body-Length';

/** The header by which the proxy says with which status a page is answered, where it is not 200: Next draws pages with no other. */
export const pageStatus = 'X-Page-Status';

/**
 * The header by which a route says that its answer is whole, though something failed: a form that comes back with what was
 * typed. Nothing else takes its place. It is taken off just before the answer begins.
 */
export const wholeAnswer = 'X-Whole-Answer';

export const neverKept = { 'Cache-Control': 'private, no-store' } as const;
