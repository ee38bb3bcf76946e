import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startDeepl, startLibreTranslate, type TranslationServer } from '#tests/support/translation-servers';

let deepl: TranslationServer;
let libre: TranslationServer;
beforeAll(async () => {
  [deepl, libre] = await Promise.all([startDeepl(), startLibreTranslate()]);
});
afterAll(() => Promise.all([deepl.stop(), libre.stop()]));
beforeEach(() => {
  vi.resetModules();
  for (const name of ['TRANSLATION_PROVIDER', 'TRANSLATION_URL', 'TRANSLATION_KEY'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/catalogue');
  vi.stubEnv('LOG_LEVEL', 'silent');
});
afterEach(() => vi.unstubAllEnvs());

async function withSettings(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return import('#server/translations/machine/translate-text');
}

const hello = { from: 'en', to: 'fr', fields: { title: 'Hello' } };

test('without a provider nothing is translated', async () => {
  const { canTranslate, translateText } = await withSettings({});
  expect(await canTranslate('en', 'fr')).toBe(false);
  expect(await translateText(hello)).toEqual({ ok: false, reason: 'off' });
});

test('DeepL is asked with its key, and its languages are known without asking', async () => {
  const { canTranslate, translateText } = await withSettings({
    ...{ TRANSLATION_PROVIDER: 'deepl', TRANSLATION_KEY: 'deepl-key', TRANSLATION_URL: deepl.url },
  });
  const pairs = [
    ['en', 'sq'],
    ['ar', 'en'],
    ['en', 'rm'],
    ['fr', 'fr'],
  ] as const;
  expect(await Promise.all(pairs.map(([from, to]) => canTranslate(from, to)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(deepl.seen).toEqual([]);
  expect(await translateText(hello)).toEqual({ ok: true, fields: { title: 'HELLO' } });
});

test('LibreTranslate says which languages it has', async () => {
  const settings = { TRANSLATION_PROVIDER: 'libretranslate', TRANSLATION_URL: `${libre.url}/` };
  const { canTranslate, translateText } = await withSettings(settings);
  expect([await canTranslate('en', 'sq'), await canTranslate('en', 'pl')]).toEqual([true, false]);
  expect(await translateText(hello)).toEqual({ ok: true, fields: { title: 'HELLO' } });
  expect(libre.seen.map(({ path }) => path)).toEqual(['/languages', '/translate']);
});

test('a server that is away translates nothing', async () => {
  const { canTranslate, translateText } = await withSettings({
    ...{ TRANSLATION_PROVIDER: 'libretranslate', TRANSLATION_URL: 'http://127.0.0.1:1' },
  });
  expect(await canTranslate('en', 'fr')).toBe(false);
  expect(await translateText(hello)).toEqual({ ok: false, reason: 'away' });
});

test('the keys of free accounts go to the host of free accounts', async () => {
  const { deeplUrl } = await import('#server/translations/machine/deepl');
  expect([deeplUrl('279a:fx'), deeplUrl('279a')]).toEqual([
    'https://api-free.deepl.com',
    'https://api.deepl.com',
  ]);
});
