import { beforeEach, expect, test, vi } from 'vitest';
import { guardForm } from '#server/forms/guard-form';
import { returnForm } from '#server/forms/returned-page';
import { seeOther } from '#server/forms/see-other';

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@localhost/none');
  vi.stubEnv('LOG_LEVEL', 'silent');
});

const hostile = `</textarea></title></style><script>alert("1")</script>'`;
const base = { locale: 'en', status: 503, sentence: hostile, action: `/en/x?a="b` } as const;

test('holds every value, escaped wherever it stands', async () => {
  const values = new Map([
    ['title', [hostile]],
    ['cities', ['lisbon', 'turin']],
    [`na"me><b>`, [`\nfirst line is empty\n${hostile}`]],
    ['version', ['7']],
  ]);
  const labels = { title: hostile, cities: 'Cities', 'na"me><b>': 'Long' };
  const answer = returnForm({ ...base, values, labels, nonce: '"><script>' });
  const page = await answer.text();
  expect(page.match(/<script|<b>/g)).toBeNull();
  expect(page.match(/<\/textarea>/g)).toHaveLength(1);
  expect(page).toContain('value="lisbon"');
  expect(page).toContain('value="turin"');
  expect(page).toContain('>\n\nfirst line is empty\n&lt;/textarea&gt;');
  expect(page).toContain('<input type="hidden" name="version" value="7">');
  expect(page).toContain('action="/en/x?a=&quot;b"');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('30');
});

test('every control has its own label', async () => {
  const page = await returnForm({ ...base, values: new Map([['a', ['1', '2']]]) }).text();
  const ids = [...page.matchAll(/<(?:input|textarea) id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['a-0', 'a-1']);
  expect([...page.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id)).toEqual(ids);
});

test('a name that objects have by themselves is no label', async () => {
  const page = await returnForm({ ...base, values: new Map([['constructor', ['x']]]), labels: {} }).text();
  expect(page).toContain('<input type="hidden" name="constructor" value="x">');
});

test('what cannot be stored is left out of what is given back', async () => {
  const page = await returnForm({ ...base, values: new Map([['a', ['x\0y\ud800']]]) }).text();
  expect(page).toContain('value="xy"');
});

test('a form whose handling fails is given back with its address', async () => {
  const request = new Request('http://localhost:3000/sq/submissions/abc/story/save?x=1', { method: 'POST' });
  const values = new Map([['summary', ['Teksti im']]]);
  const answer = await guardForm({ request, values }, () => Promise.reject(new Error('away')));
  expect(answer.status).toBe(503);
  const page = await answer.text();
  expect(page).toContain('lang="sq"');
  expect(page).toContain('action="/sq/submissions/abc/story/save?x=1"');
  expect(page).toContain('value="Teksti im"');
});

test("Next's own way out is left alone", async () => {
  const request = new Request('http://localhost:3000/en/x', { method: 'POST' });
  const moving = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/en;307;' });
  await expect(guardForm({ request, values: new Map() }, () => Promise.reject(moving))).rejects.toBe(moving);
});

test.each([
  ['/en/submissions/abc/story?saved=1#title', '/en/submissions/abc/story?saved=1#title'],
  ['/en/städte', '/en/st%C3%A4dte'],
])('a form leads on to %s', (path, location) => {
  const answer = seeOther(path);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(location);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

test.each(['//example.org/x', 'https://example.org', '/\\example.org', 'en', '', 'javascript:alert(1)'])(
  'never to %s',
  (path) => {
    expect(() => seeOther(path)).toThrow('a path of this site');
  },
);
