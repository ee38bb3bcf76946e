/** What Next and platforms around it say to themselves in headers; a visitor has no business saying it. */
const internal =
  /^(x-middleware-|x-nextjs-|x-next-|x-invoke-|x-vercel-|x-prerender-|x-matched-path$|x-now-route-matches$|next-resume$)/;

/** Other ways to say which address or method is meant, and what `proxy.ts` says to the pages. */
const overriding =
  /^(x-original-url|x-rewrite-url|x-http-method|x-http-method-override|x-method-override|x-nonce|x-path|x-catalogue|content-security-policy|content-security-policy-report-only)$/;

/** The headers of a request without those that only we may set. */
export function withoutForeignOrders(headers: Headers): Headers {
  const kept = [...headers].filter(([name]) => !internal.test(name) && !overriding.test(name));
  return new Headers(kept);
}

/** The headers by which Next's own scripts ask for a part of a page instead of the document. */
const flight = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
];

/** Whether the request is for a part of a page, in Next's own format. */
export function asksForAPart(headers: Headers): boolean {
  return flight.some((name) => headers.has(name));
}

/** Whether nothing in the request can name a person: only then may others be given the same answer. */
export function isAnonymous(headers: Headers): boolean {
  return !headers.has('cookie') && !headers.has('authorization');
}
