import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const names = ['TRANSLATION_PROVIDER', 'TRANSLATION_URL', 'TRANSLATION_KEY', 'MACHINE_DRAFTS', 'SMTP_URL'];

beforeEach(() => {
  vi.resetModules();
  for (const name of names) vi.stubEnv(name, undefined);
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/catalogue');
});
afterEach(() => vi.unstubAllEnvs());

async function readEnv(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const { env } = await import('#server/platform/env');
  return env();
}

describe('the settings of machine drafts', () => {
  test('nothing is sent and nothing is shown unless it is asked for', async () => {
    expect(await readEnv({})).toMatchObject({ TRANSLATION_PROVIDER: 'off', MACHINE_DRAFTS: 'hidden' });
  });

  test('what belongs together is read', async () => {
    const libre = { TRANSLATION_PROVIDER: 'libretranslate', TRANSLATION_URL: 'http://localhost:5000/' };
    expect(await readEnv(libre)).toMatchObject({ TRANSLATION_URL: 'http://localhost:5000' });
    vi.resetModules();
    const deepl = { TRANSLATION_PROVIDER: 'deepl', TRANSLATION_KEY: 'abc:fx', MACHINE_DRAFTS: 'shown' };
    expect(await readEnv(deepl)).toMatchObject(deepl);
  });

  test.each([
    [
      { TRANSLATION_PROVIDER: 'libretranslate' },
      'TRANSLATION_URL: name the address of the LibreTranslate server.',
    ],
    [{ TRANSLATION_PROVIDER: 'deepl' }, 'TRANSLATION_KEY: name the key that DeepL gave you.'],
    [{ TRANSLATION_KEY: 'abc' }, 'TRANSLATION_PROVIDER: say libretranslate or deepl, or leave out'],
    [
      { TRANSLATION_PROVIDER: 'libretranslate', TRANSLATION_URL: 'https://a:secret@example.org' },
      'TRANSLATION_URL: is an address alone',
    ],
    [{ TRANSLATION_PROVIDER: 'deepl', TRANSLATION_KEY: 'two secrets' }, 'TRANSLATION_KEY: has no spaces.'],
  ])('what makes no sense is one sentence: %o', async (variables, sentence) => {
    const read = readEnv(variables);
    await expect(read).rejects.toThrow(sentence);
    // The sentence goes to a log: a secret is not in it.
    await expect(read).rejects.not.toThrow(/secret/);
  });
});
