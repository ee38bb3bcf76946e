/** One request as somebody might send it who means no good, or has a broken program. */
export type HostileRequest = { path: string; headers: Record<string, string> };

const names = [
  ...['q', 'country', 'city', 'topic', 'language', 'group', 'place', 'network', 'from', 'to', 'sort', 'page'],
  ...[
    'locale',
    '__proto__',
    'constructor',
    'country[]',
    'q[$ne]',
    '_rsc',
    '__nextLocale',
    'x-nextjs-data',
    '',
  ],
];
const values = [
  ...['', '0', '-1', '1e9', 'NaN', '99999999999999999999', '2020', '5000', 'PT', 'pt', 'newest', 'relevance'],
  ...[
    '%00',
    '%FF',
    '%E0%A4%A',
    '%',
    '%%',
    '%ED%A0%80',
    '%C0%AE',
    '%F0%9F%8E%89',
    '%D8%A7%D9%84',
    '%E2%80%AE',
    '%0d%0aX:1',
  ],
  ...[
    '../../etc/passwd',
    '%2e%2e%2f',
    "'--",
    '"',
    '%3Cscript%3E',
    '$%7B7*7%7D',
    '{{7*7}}',
    '%5C',
    '(((',
    ')))',
    '!!!',
    '&&',
    '||',
  ],
  ...[
    '-',
    '--',
    '"unclosed',
    'a%3A*',
    'or+or+or',
    'NOT',
    ':*',
    '%3C-%3E',
    '%25%25',
    '_',
    '*',
    'intergation',
    'chior',
    '%20%20',
  ],
];
const starts = [
  ...[
    '/en',
    '/en',
    '/fr',
    '/sq',
    '/EN',
    '/de',
    '',
    '/en/practices/',
    '/en/practices/a-welcoming-app',
    '/fr/practices/',
  ],
  ...[
    '/api/suggest',
    '/api/suggest',
    '/api/',
    '/en/collections/',
    '/en/about',
    '/sitemap.xml',
    '/_next/data/',
    '/_next/image',
  ],
];
const tails = [
  ...[
    '',
    '',
    '',
    '',
    '/',
    '//',
    '/.',
    '/..',
    '/%2e%2e',
    '/%2f',
    '%00',
    '/a%00b',
    '.rsc',
    '.json',
    '/__PAGE__',
    ';a=b',
    '%20',
  ],
  ...[
    '/a-welcoming-app',
    '/en',
    '/da',
    '/en/en',
    '/%E0%A4%A',
    '/constructor',
    '/__proto__',
    '/%F0%9F%8E%89',
    '\\',
    '/%5c%5c',
  ],
];
const headers: readonly Record<string, string>[] = [
  ...Array.from({ length: 12 }, () => ({})),
  { rsc: '1' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%22children%22%3A7%7D%5D' },
  { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%2Cnull%2Cnull%2C16%5D' },
  { 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  { 'x-nextjs-data': '1' },
  { 'x-middleware-prefetch': '1', 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy' },
  {
    'x-matched-path': '/en/error',
    'x-now-route-matches': '1',
    'next-resume': '1',
    'x-invoke-path': '/_error',
  },
  { 'next-action': 'abc' },
  { 'x-forwarded-host': 'example.org', 'x-forwarded-proto': 'gopher', 'x-forwarded-for': "'; drop table" },
  { 'x-original-url': '/en/error', 'x-http-method-override': 'DELETE' },
  { 'if-none-match': '*', 'if-modified-since': 'yesterday', range: 'bytes=0-0,5-1' },
  { cookie: '__prerender_bypass=x; __next_preview_data=y; =;;' },
  { 'accept-language': `${'x-y;q=0.5,'.repeat(200)}`, 'accept-encoding': 'br;q=0, *;q=9' },
  { purpose: 'prefetch', 'sec-fetch-dest': 'image', 'content-length': '0' },
  { expect: '100-continue', 'transfer-encoding': 'chunked' },
];

/** Always the same requests for the same seed. */
export function* hostileRequests(count: number, seed = 1): Generator<HostileRequest> {
  const random = makeRandom(seed);
  const pick = <T>(from: readonly T[], fallback: T): T =>
    from[Math.floor(random() * from.length)] ?? fallback;
  const bytes = () =>
    Array.from(
      { length: Math.floor(random() * 12) },
      () =>
        `%${Math.floor(random() * 256)
          .toString(16)
          .padStart(2, '0')}`,
    );
  const value = () => {
    const kind = random();
    if (kind < 0.15) return bytes().join('');
    if (kind < 0.18) return 'a'.repeat(Math.floor(random() * 9_000));
    return kind < 0.3 ? `${pick(values, '')}${pick(values, '')}` : pick(values, '');
  };
  const pair = () => `${random() < 0.03 ? value() : pick(names, 'q')}=${value()}`;
  for (let i = 0; i < count; i += 1) {
    const pairs = Array.from({ length: Math.floor(random() ** 3 * 40) }, pair);
    const tail = random() < 0.1 ? `/${value()}` : pick(tails, '');
    const path = `${pick(starts, '')}${random() < 0.5 ? tail : ''}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
    yield { path: (path.startsWith('/') ? path : `/${path}`).slice(0, 12_000), headers: pick(headers, {}) };
  }
}

/** A small generator of numbers from 0 to 1 (mulberry32): `Math.random` cannot be asked to repeat itself. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
