/**
 * Whether a page of this site sent a request that is to change something. Browsers say in `Sec-Fetch-Site` how the sender
 * stands to the site (only over TLS and on this machine) and in `Origin` which site it was; a page cannot write either.
 * What they say must agree, and a request that says neither is no form of ours.
 */
export function isFromThisSite(headers: Headers, siteUrl: string): boolean {
  const relation = headers.get('sec-fetch-site');
  if (relation !== null && relation !== 'same-origin' && relation !== 'none') return false;
  const origin = headers.get('origin');
  if (origin === null) return relation !== null;
  // The name it was called by counts as well: a site may be tried out by another than the public one.
  return origin === new URL(siteUrl).origin || (URL.canParse(origin) && isHost(origin, headers.get('host')));
}

function isHost(origin: string, host: string | null): boolean {
  const { protocol, host: from } = new URL(origin);
  return /^https?:$/.test(protocol) && from !== '' && from === host?.toLowerCase();
}
