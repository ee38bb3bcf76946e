import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { beginTranslation } from '#server/translations/commands/begin-translation';
import { draftByMachine } from '#server/translations/commands/draft-by-machine';
import { askableMachine } from '#server/translations/queries/askable-machine';
import { readText } from '#server/translations/queries/text';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addOfficer } from '#tests/support/officers';
import { startLibreTranslate, type TranslationServer } from '#tests/support/translation-servers';
import { addOriginal, addTranslator } from '#tests/support/translators';

const now = new Date('2026-11-25T12:00:00Z');
let own: TestDatabase;
let machine: TranslationServer;
let translator: Actor;
let practiceId: string;

beforeAll(async () => {
  own = await createTestDatabase();
  machine = await startLibreTranslate();
  vi.stubEnv('DATABASE_URL', own.url);
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('TRANSLATION_PROVIDER', 'libretranslate');
  vi.stubEnv('TRANSLATION_URL', machine.url);
  translator = await addTranslator(own.db, 'translat01');
  practiceId = await addOriginal(own.db, now);
});
afterAll(async () => {
  await machine.stop();
  await own.drop();
});

const ask = (seen: number, actor = translator, language = 'fr') =>
  draftByMachine({ actor, practiceId, language, now, seen }, own.db);
const read = () => readText({ actor: translator, practiceId, language: 'fr', locale: 'en' }, own.db);
const translations = () => machine.seen.filter(({ path }) => path === '/translate').length;

test('what a machine makes of the original is kept, and says so', async () => {
  expect(await askableMachine('en', 'fr')).toBe('libretranslate');
  expect(await ask(0)).toEqual({ ok: true });
  expect(await read()).toMatchObject({
    ...{ state: 'machine', translator: null, fields: { title: 'HARBOUR WALKS', purpose: 'TO MEET.' } },
    translation: { machine: 'libretranslate', madeFrom: 1 },
  });
});

test('who pressed twice has asked once; who asks again has a new one', async () => {
  const before = translations();
  expect(await ask(0)).toEqual({ ok: true });
  expect(translations()).toBe(before);
  expect(await ask(1)).toEqual({ ok: true });
  expect(translations()).toBeGreaterThan(before);
  expect((await read())?.translation?.version).toBe(2);
});

test('why it wrote nothing is said, and nothing is lost', async () => {
  machine.next.push((_, response) => response.writeHead(403).end('{"error":"no key"}'));
  expect(await ask(2)).toEqual({ ok: false, reason: 'refused' });
  expect((await read())?.fields?.title).toBe('HARBOUR WALKS');
  expect(await askableMachine('en', 'mt')).toBeNull();
  expect(await ask(0, translator, 'mt')).toEqual({ ok: false, reason: 'language' });
});

test('a stranger finds nothing, and nothing is sent once somebody writes', async () => {
  expect(await ask(2, await addOfficer(own.db, 'stranger01'))).toEqual({ ok: false, reason: 'not-found' });
  await beginTranslation({ actor: translator, practiceId, language: 'fr', now }, own.db);
  const before = machine.seen.length;
  expect(await ask(2)).toEqual({ ok: false, reason: 'not-possible' });
  expect(machine.seen.length).toBe(before);
});
