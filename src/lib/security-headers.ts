/** Headers that every response carries, whatever it is. */
export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
} as const;

/** Only sent where the request came in over TLS. */
export const strictTransport = 'max-age=63072000; includeSubDomains';

/** For responses that are not pages: files, feeds, data. Nothing in them may run or load. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'";

/** For files that people sent in: whatever is opened by itself is cut off from the site, and nothing in it runs. */
export const filePolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** For a plain page that gives a form back, where `proxy.ts` draws no nonce for it: unstyled, and only its form works. */
export const formPolicy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Policy of a page. Scripts run by the nonce alone, which is new for each rendering; everything else is ours or nothing.
 * In development React and the dev server need eval, inline styles and a web socket.
 */
export function pagePolicy(nonce: string, { development = false } = {}): string {
  const directives = {
    'default-src': "'none'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': development ? "'self' ws:" : "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
