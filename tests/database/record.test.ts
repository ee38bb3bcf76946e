import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FoundPractice } from '#server/catalogue/queries/record';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { loadRecords } from '#tests/support/load-records';

let catalogue: TestDatabase;
let read: (slug: string, locale: 'en' | 'fr' | 'sq', language?: string) => Promise<FoundPractice>;

beforeAll(async () => {
  catalogue = await createTestDatabase();
  const wanted = ['a-welcoming-app', 'copenhagen-diversity-charter', 'equality-data-belgium'];
  await loadRecords(catalogue.db, ({ slug }) => wanted.includes(slug));
  vi.stubEnv('DATABASE_URL', catalogue.url);
  const { readPractice } = await import('#server/catalogue/queries/record');
  read = (slug, locale, language) => readPractice(slug, { locale, language, now: new Date() });
});

afterAll(async () => {
  const { database } = await import('#server/platform/db');
  await database().$disconnect();
  await catalogue.drop();
  vi.unstubAllEnvs();
});

async function languageShown(slug: string, locale: 'en' | 'fr' | 'sq', language?: string) {
  const result = await read(slug, locale, language);
  return result.found === 'current' ? result.practice.language : result.found;
}

describe('a practice by its address', () => {
  test('is shown in the reader’s language, else in the original’s, or in the one asked for', async () => {
    expect(await languageShown('copenhagen-diversity-charter', 'sq')).toBe('en');
    expect(await languageShown('copenhagen-diversity-charter', 'en', 'da')).toBe('da');
    expect(await languageShown('equality-data-belgium', 'en')).toBe('sq');
    expect(await languageShown('equality-data-belgium', 'en', 'fr')).toBe('none');
  });

  test('carries only the sections it has', async () => {
    const result = await read('a-welcoming-app', 'en');
    if (result.found !== 'current') throw new Error(result.found);
    expect(result.practice.sections.map(({ name }) => name)).toEqual(['purpose']);
    expect(result.practice.cities).toHaveLength(9);
  });

  test('an unknown slug, a draft and an archived one are not found', async () => {
    expect((await read('no-such-practice', 'en')).found).toBe('none');
    const { practiceId } = await catalogue.db.practiceSlug.findUniqueOrThrow({
      where: { slug: 'a-welcoming-app' },
    });
    await catalogue.db.practice.update({ where: { id: practiceId }, data: { status: 'archived' } });
    expect((await read('a-welcoming-app', 'en')).found).toBe('none');
    await catalogue.db.practice.update({ where: { id: practiceId }, data: { status: 'published' } });
  });

  test('an old slug says where the practice lives now', async () => {
    const { practiceId } = await catalogue.db.practiceSlug.findUniqueOrThrow({
      where: { slug: 'a-welcoming-app' },
    });
    await catalogue.db.practiceSlug.create({
      data: { slug: 'welcoming-app-2019', practiceId, current: false },
    });
    expect(await read('welcoming-app-2019', 'fr')).toEqual({ found: 'moved', slug: 'a-welcoming-app' });
  });

  test('a draft translation is not a language a reader can choose', async () => {
    const { practiceId } = await catalogue.db.practiceSlug.findUniqueOrThrow({
      where: { slug: 'copenhagen-diversity-charter' },
    });
    const where = { practiceId_language: { practiceId, language: 'da' } };
    await catalogue.db.practiceText.update({ where, data: { state: 'draft' } });
    expect(await languageShown('copenhagen-diversity-charter', 'en', 'da')).toBe('none');
  });
});
