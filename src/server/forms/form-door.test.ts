import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openForm } from '#server/forms/form-door';

const site = 'http://localhost:3000';
const ours = { Origin: site, 'Sec-Fetch-Site': 'same-origin' };
const urlencoded = { ...ours, 'Content-Type': 'application/x-www-form-urlencoded' };

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@localhost/none');
  vi.stubEnv('SITE_URL', site);
});

function post(body: BodyInit, headers: Record<string, string>, path = '/en/submissions/abc/story/save') {
  // Streams are sent in halves; Node asks for that to be said.
  return new Request(`${site}${path}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

async function refused(request: Request, options?: Parameters<typeof openForm>[1]) {
  const opened = await openForm(request, options);
  if (opened.ok) throw new Error('the form was taken');
  return { status: opened.answer.status, page: await opened.answer.text(), headers: opened.answer.headers };
}

async function taken(request: Request, options?: Parameters<typeof openForm>[1]) {
  const opened = await openForm(request, options);
  if (!opened.ok) throw new Error(`answered ${opened.answer.status}`);
  return Object.fromEntries(opened.values);
}

function boundless(chunk: Uint8Array) {
  const count = { sent: 0 };
  const body = new ReadableStream({
    pull(controller) {
      count.sent += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  return { body, count };
}

describe('what a browser sends', () => {
  test('names, values in their order, several of one name, empty ones', async () => {
    const body = 'title=Caf%C3%A9+%26+th%C3%A9&topic=a&summary=&topic=b&text=one%0D%0Atwo';
    expect(await taken(post(body, urlencoded))).toEqual({
      title: ['Café & thé'],
      topic: ['a', 'b'],
      summary: [''],
      text: ['one\r\ntwo'],
    });
  });

  test('a form in parts, with a field for files left empty', async () => {
    const form = new FormData();
    form.append('title', 'Café');
    form.append('topic', 'a');
    form.append('topic', 'b');
    form.append('file', new File([], ''));
    expect(await taken(post(form, ours))).toMatchObject({ title: ['Café'], topic: ['a', 'b'] });
  });

  test('an empty form', async () => {
    expect(await taken(post('', urlencoded))).toEqual({});
  });

  test('NUL and halves of surrogate pairs come in as they were sent, for the command to say so', async () => {
    expect(await taken(post('title=a%00b%ED%A0%80', urlencoded))).toEqual({
      title: ['a\0b\ufffd\ufffd\ufffd'],
    });
  });

  test('a name that objects have by themselves', async () => {
    const opened = await openForm(post('__proto__=a&constructor=b', urlencoded));
    expect(opened.ok && [...opened.values]).toEqual([
      ['__proto__', ['a']],
      ['constructor', ['b']],
    ]);
  });
});

describe('who sent it', () => {
  test.each<[string, Record<string, string>]>([
    ['another site', { Origin: 'https://example.org', 'Sec-Fetch-Site': 'cross-site' }],
    ['another site behind our origin', { Origin: site, 'Sec-Fetch-Site': 'cross-site' }],
    ['a sibling', { Origin: 'https://blog.localhost', 'Sec-Fetch-Site': 'same-site' }],
  ])('%s: 403, and nothing of its words', async (_, headers) => {
    const { status, page } = await refused(post('title=Spoof', { ...urlencoded, ...headers }));
    expect(status).toBe(403);
    expect(page).not.toContain('Spoof');
  });

  test.each<[string, Record<string, string>]>([
    ['a browser that keeps its origin to itself', { Origin: 'null' }],
    ['an origin we do not know', { Origin: 'https://old-name.example.org' }],
    ['neither origin nor relation', {}],
  ])('%s: 403, with the text to copy and no way to send it', async (_, headers) => {
    const { 'Content-Type': type } = urlencoded;
    const { status, page } = await refused(post('title=My+text', { 'Content-Type': type, ...headers }));
    expect(status).toBe(403);
    expect(page).toContain('value="My text"');
    expect(page).not.toContain('<form');
    expect(page).not.toContain('<button');
  });
});

describe('what is no form', () => {
  test.each([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded; charset=utf-16',
    'multipart/form-data',
    'multipart/mixed; boundary=x',
    'application/x-www-form-urlencoded, application/json',
  ])('%s: 415', async (type) => {
    expect((await refused(post('a=b', { ...ours, 'Content-Type': type }))).status).toBe(415);
  });

  test.each(['gzip', 'br', 'deflate', 'zstd', 'identity, gzip'])(
    'compressed with %s: 415',
    async (encoding) => {
      expect((await refused(post('a=b', { ...urlencoded, 'Content-Encoding': encoding }))).status).toBe(415);
    },
  );

  test.each([
    ['parts that break off', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    ['a part without a name', '--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--\r\n'],
    ['something else', 'a=b'],
  ])('%s: 400', async (_, body) => {
    const type = 'multipart/form-data; boundary=x';
    expect((await refused(post(body, { ...ours, 'Content-Type': type }))).status).toBe(400);
  });

  test('a file: 400', async () => {
    const form = new FormData();
    form.append('title', new File(['x'], 'x.txt'));
    expect((await refused(post(form, ours))).status).toBe(400);
  });
});

describe('how much', () => {
  test('more than the limit is given back, whole, and can be sent again', async () => {
    const text = 'é'.repeat(400);
    const body = new URLSearchParams({ title: 'T', text }).toString();
    const { status, page, headers } = await refused(post(body, urlencoded), { limit: 1_000 });
    expect(status).toBe(413);
    expect(page).toContain(text);
    expect(page).toContain('action="/en/submissions/abc/story/save"');
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  test('far more is not read at all when it says so', async () => {
    const { body, count } = boundless(new Uint8Array(1_000));
    const request = post(body, { ...urlencoded, 'Content-Length': '9000000' });
    expect((await refused(request)).status).toBe(413);
    expect(count.sent).toBeLessThan(10_000);
  });

  test('an endless one is read a little past the end of what is given back', async () => {
    const { body, count } = boundless(new Uint8Array(64_000).fill(97));
    expect((await refused(post(body, urlencoded))).status).toBe(413);
    expect(count.sent).toBeLessThan(6_300_000);
  });

  test.each(['&', 'a&', 'a=b&'])(
    'millions of fields such as %s are counted before they are taken apart',
    async (field) => {
      const before = process.memoryUsage().heapUsed;
      const { status } = await refused(post(field.repeat(1_400_000 / field.length), urlencoded));
      expect(status).toBe(400);
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
    },
  );

  test('thousands of parts likewise', async () => {
    const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n';
    const type = 'multipart/form-data; boundary=x';
    expect(
      (await refused(post(`${part.repeat(3_000)}--x--\r\n`, { ...ours, 'Content-Type': type }))).status,
    ).toBe(400);
  });

  test('as many fields as the longest form could have are taken', async () => {
    expect((await taken(post('a=b&'.repeat(1_999), urlencoded))).a).toHaveLength(1_999);
  });
});

test.each([
  ['/fr/submissions/x', 'lang="fr"'],
  ['/xx/y', 'lang="en"'],
])('the answer to %s is in the language of its address', async (path, language) => {
  expect((await refused(post('a=b', ours, path))).page).toContain(language);
});
