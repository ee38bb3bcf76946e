import { type APIResponse, expect } from '@playwright/test';
import { test } from '#tests/support/page-fixture';

const responses = {
  'a page': '/en',
  'a record': '/en/practices/a-welcoming-app',
  'a 404 page': '/en/practices/no-such-example',
  'a missing file': '/no-such-file.txt',
  'an error page': '/en/error',
  'a redirect to a language': '/about',
  'a redirect to the address without a slash': '/en/',
  'a file': '/map-europe.svg',
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  'the icon': '/icon.svg',
};

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

for (const [what, path] of Object.entries(responses)) {
  test(`${what} carries the security headers`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expectSecurityHeaders(response);
    expect(policyOf(response)['default-src']).toBe("'none'");
    expect(policyOf(response)['frame-ancestors']).toBe("'none'");
  });
}

test('so do a refused method and the build’s own files', async ({ request }) => {
  expectSecurityHeaders(await request.post('/en'));
  const page = await (await request.get('/en')).text();
  const files = [...page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].flatMap(
    ([, path]) => path ?? [],
  );
  expect(files.length).toBeGreaterThan(2);
  for (const path of new Set(files)) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expectSecurityHeaders(response);
    expect(policyOf(response)['default-src'], path).toBe("'none'");
  }
  expectSecurityHeaders(await request.get('/_next/static/no-such-file.js'));
});

test('the policy of a page lets nothing run but by its nonce, and nothing load from elsewhere', async ({
  request,
}) => {
  const { 'script-src': scripts, ...policy } = policyOf(await request.get('/en'));
  expect(scripts).toMatch(/^'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/);
  expect(JSON.stringify(policy)).not.toMatch(/unsafe|https?:|\*/);
  expect(policy).toMatchObject({
    'base-uri': "'none'",
    'form-action': "'self'",
    'connect-src': "'self'",
  });
});

test('each rendering has a nonce of its own, and every script carries it', async ({ request }) => {
  const nonces = await Promise.all(
    ['/en', '/en', '/en/practices/a-welcoming-app', '/en/practices/no-such-example'].map(async (path) => {
      const response = await request.get(path);
      const nonce = nonceOf(response);
      const html = await response.text();
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      const running = scripts.filter((tag) => !tag.includes('application/ld+json'));
      expect(running.length, path).toBeGreaterThan(2);
      expect(
        running.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
        path,
      ).toEqual([]);
      expect(html, path).not.toMatch(/<[^>]+ on[a-z]+="|javascript:/);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(nonces.length);
});

test('a nonce that the visitor sends is not taken over', async ({ request }) => {
  const policy = "script-src 'nonce-bought'";
  const response = await request.get('/en', {
    headers: { 'content-security-policy': policy, 'x-nonce': 'bought' },
  });
  expect(nonceOf(response)).not.toBe('bought');
  expect(await response.text()).not.toContain('bought');
});

test('behind TLS a browser is told to stay there', async ({ request }) => {
  for (const path of Object.values(responses)) {
    const secure = await request.get(path, { headers: { 'x-forwarded-proto': 'https' }, maxRedirects: 0 });
    expect(secure.headers()['strict-transport-security'], path).toMatch(/^max-age=\d{8}/);
    const plain = await request.get(path, { maxRedirects: 0 });
    expect(plain.headers()['strict-transport-security'], path).toBeUndefined();
  }
});

test('the build’s files are kept by everybody', async ({ request }) => {
  const page = await (await request.get('/en')).text();
  const file = /src="(\/_next\/static\/[^"]+)"/.exec(page)?.[1] ?? '';
  expect((await request.get(file)).headers()['cache-control']).toContain('immutable');
});

function expectSecurityHeaders(response: APIResponse): void {
  const headers = response.headers();
  expect(headers, response.url()).toMatchObject(everywhere);
  expect(headers['permissions-policy'], response.url()).toContain('camera=()');
  expect(headers, response.url()).not.toHaveProperty('set-cookie');
  expect(headers, response.url()).not.toHaveProperty('x-powered-by');
  expect(headers, response.url()).not.toHaveProperty('server');
}

/** The directives of a content security policy by name. */
function policyOf(response: APIResponse): Record<string, string> {
  const policy = response.headers()['content-security-policy'] ?? '';
  return Object.fromEntries(
    policy.split(/;\s*/).map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

function nonceOf(response: APIResponse): string {
  return /'nonce-([^']+)'/.exec(policyOf(response)['script-src'] ?? '')?.[1] ?? 'none';
}
