import type http from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { textLanguages } from '#domain/text-languages';
import { makeDeepl } from '#server/translations/machine/deepl';
import { deeplPair } from '#server/translations/machine/deepl-languages';
import { makeLibreTranslate } from '#server/translations/machine/libretranslate';
import { translateFields } from '#server/translations/machine/machine';
import type { Provider, ProviderSettings } from '#server/translations/machine/provider';
import { startDeepl, startLibreTranslate, type TranslationServer } from '#tests/support/translation-servers';

const key = 'a-secret-key';
let servers: Record<'deepl' | 'libretranslate', TranslationServer>;
let reports: object[] = [];

beforeAll(async () => {
  const [deepl, libretranslate] = await Promise.all([startDeepl({ key }), startLibreTranslate({ key })]);
  servers = { deepl, libretranslate };
});
afterAll(() => Promise.all(Object.values(servers).map(({ stop }) => stop())));
afterEach(() => {
  // No log says a key or a text.
  expect(JSON.stringify(reports)).not.toMatch(/secret|hello/i);
  reports = [];
});

type Name = 'deepl' | 'libretranslate';
const make = { deepl: makeDeepl, libretranslate: makeLibreTranslate };

/** A provider whose languages are known, so that what comes next is a translation. */
async function provide(by: Name, more: Partial<ProviderSettings> = {}): Promise<Provider> {
  const settings = { url: servers[by].url, key, report: (fault: object) => reports.push(fault), ...more };
  const provider = make[by](settings);
  await provider.findPair('en', 'fr');
  servers[by].seen.length = 0;
  return provider;
}

async function ask(provider: Provider, signal?: AbortSignal) {
  return translateFields({ from: 'en', to: 'fr', fields: { purpose: 'Hello there.' }, signal }, provider);
}

const answer =
  (status: number, headers: http.OutgoingHttpHeaders = {}, body = '{}'): http.RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const long = 'x'.repeat(200_000);
const refused = { ok: false, reason: 'refused' };
const away = { ok: false, reason: 'away' };
const busy = { ok: false, reason: 'busy' };
const said = { ok: true, fields: { purpose: 'HELLO THERE.' } };

describe.each(['deepl', 'libretranslate'] as const)('%s', (by) => {
  test('a key that is wrong', async () => {
    expect(await ask(await provide(by, { key: 'another-secret' }))).toEqual(refused);
    expect(reports).toEqual([{ host: new URL(servers[by].url).host, status: 403, reason: 'refused' }]);
  });

  test.each([
    [403, refused],
    [456, refused],
    [413, { ok: false, reason: 'too-long' }],
    [500, away],
    [204, away],
  ])('an answer %i', async (status, expected) => {
    const provider = await provide(by);
    servers[by].next.push(answer(status));
    expect(await ask(provider)).toEqual(expected);
    expect(servers[by].seen).toHaveLength(1);
  });

  test.each([429, 503])('%i once is asked again, twice is not', async (status) => {
    const provider = await provide(by);
    servers[by].next.push(answer(status, { 'retry-after': '0' }));
    expect(await ask(provider)).toEqual(said);
    servers[by].next.push(answer(status, { 'retry-after': '0' }), answer(status, { 'retry-after': '0' }));
    expect(await ask(provider)).toEqual(busy);
    expect(servers[by].seen).toHaveLength(4);
  });

  test('who wants a long pause is not waited for', async () => {
    const provider = await provide(by);
    servers[by].next.push(answer(429, { 'retry-after': '6' }));
    expect(await ask(provider)).toEqual(busy);
    servers[by].next.push(answer(429, { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }));
    expect(await ask(provider)).toEqual(busy);
    expect(servers[by].seen).toHaveLength(2);
  });

  test('one that is slow, and one that breaks off', async () => {
    const provider = await provide(by, { timeoutMs: 150 });
    servers[by].next.push(() => {});
    expect(await ask(provider)).toEqual(away);
    servers[by].next.push((_, response) => response.writeHead(200).write('{"tr'));
    expect(await ask(provider)).toEqual(away);
    servers[by].next.push((_, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"tr');
      setImmediate(() => response.destroy());
    });
    expect(await ask(provider)).toEqual(away);
    servers[by].next.push((request) => request.socket.destroy());
    expect(await ask(provider)).toEqual(away);
  });

  test('nobody at the address', async () => {
    const provider = make[by]({ url: 'http://127.0.0.1:1', key });
    expect(await ask(provider)).toEqual(away);
  });

  test('who asked may stop, also while waiting', async () => {
    const provider = await provide(by);
    const stop = new AbortController();
    servers[by].next.push((_, response) => {
      response.writeHead(429, { 'retry-after': '5' }).end();
      setTimeout(() => stop.abort(), 20);
    });
    const begun = performance.now();
    expect(await ask(provider, stop.signal)).toEqual(away);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test.each([
    ['no JSON', '<html>gateway</html>', away],
    ['another shape', '{"translations":"bonjour","translatedText":"bonjour"}', refused],
    ['too many texts', '{"translations":[{"text":"a"},{"text":"b"}],"translatedText":["a","b"]}', refused],
    ['too few texts', '{"translations":[],"translatedText":[]}', refused],
    [
      'more than it can be',
      JSON.stringify({ translations: [{ text: long }], translatedText: [long] }),
      refused,
    ],
  ])('nonsense: %s', async (_, body, expected) => {
    const provider = await provide(by);
    servers[by].next.push(answer(200, { 'content-type': 'application/json' }, body));
    expect(await ask(provider)).toEqual(expected);
    expect(servers[by].next).toEqual([]);
  });

  test('a redirect is not followed', async () => {
    const elsewhere = await startDeepl({ key });
    const provider = await provide(by);
    for (const status of [301, 302, 303, 307, 308]) {
      servers[by].next.push(answer(status, { location: `${elsewhere.url}/v2/translate` }));
      expect(await ask(provider)).toEqual(away);
    }
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.stop();
  });
});

test('a text too long for anyone is not sent', async () => {
  const provider = await provide('deepl');
  const tooLong = { ok: false, reason: 'too-long' };
  const ask = (purpose: string) => translateFields({ from: 'en', to: 'fr', fields: { purpose } }, provider);
  expect(await ask('a word '.repeat(9_000))).toEqual(tooLong);
  expect(await ask('слово '.repeat(4_000))).toEqual(tooLong);
  expect(servers.deepl.seen).toEqual([]);
});

test('languages that are not known are not asked for', async () => {
  const [deepl, libre] = await Promise.all([provide('deepl'), provide('libretranslate')]);
  const language = { ok: false, reason: 'language' };
  const fields = { title: 'Hello' };
  for (const [from, to] of [
    ['en', 'rm'],
    ['rm', 'en'],
    ['en', 'en'],
    ['en', 'xx'],
  ] as const) {
    expect(await translateFields({ from, to, fields }, deepl)).toEqual(language);
    expect(await translateFields({ from, to, fields }, libre)).toEqual(language);
  }
  expect(await translateFields({ from: 'en', to: 'pl', fields }, libre)).toEqual(language);
  expect([...servers.deepl.seen, ...servers.libretranslate.seen]).toEqual([]);
});

test('LibreTranslate is asked for its languages once, and again when it did not say', async () => {
  const server = servers.libretranslate;
  const provider = await provide('libretranslate');
  await provider.findPair('en', 'sq');
  expect(server.seen).toHaveLength(0);
  server.next.push(answer(500), answer(200, {}, '{"nonsense":true}'));
  expect(await make.libretranslate({ url: server.url }).findPair('en', 'fr')).toBe('away');
  const other = make.libretranslate({ url: server.url });
  expect(await other.findPair('en', 'fr')).toBe('refused');
  // For a minute nobody waits for it again.
  expect(await other.findPair('en', 'fr')).toBe('refused');
  expect(server.seen).toHaveLength(2);
});

test('a page does not wait longer for the languages of a server that wants a pause', async () => {
  const server = servers.libretranslate;
  server.next.push(answer(503, { 'retry-after': '5' }));
  const begun = performance.now();
  expect(await make.libretranslate({ url: server.url, timeoutMs: 200 }).findPair('en', 'fr')).toBe('away');
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('of the languages of the catalogue DeepL lacks one', () => {
  const missing = textLanguages.filter((language) => !deeplPair(language, language === 'en' ? 'fr' : 'en'));
  expect(missing).toEqual(['rm']);
});
