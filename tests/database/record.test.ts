import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { TextFields } from '#domain/translation';
import type { FoundPractice } from '#server/catalogue/queries/record';
import { beginOutage, endOutage } from '#server/platform/outage';
import { keepMachineDraft } from '#server/translations/commands/keep-machine-draft';
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
    expect(await languageShown('copenhagen-diversity-charter', 'sq')).toBe('sq');
    expect(await languageShown('a-welcoming-app', 'sq')).toBe('en');
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

  test('an unknown slug is not found, an archived one says that it is', async () => {
    expect((await read('no-such-practice', 'en')).found).toBe('none');
    const { practiceId } = await catalogue.db.practiceSlug.findUniqueOrThrow({
      where: { slug: 'a-welcoming-app' },
    });
    const archived = { archivedAt: new Date('2026-05-03T12:00:00Z'), archivedBecause: 'The app is closed.' };
    await catalogue.db.practice.update({
      where: { id: practiceId },
      data: { status: 'archived', ...archived },
    });
    expect(await read('a-welcoming-app', 'fr')).toEqual({
      found: 'archived',
      practice: {
        ...{ slug: 'a-welcoming-app', title: 'A welcoming app', language: 'en' },
        ...{ at: archived.archivedAt, because: archived.archivedBecause },
      },
    });
    await catalogue.db.practice.update({ where: { id: practiceId }, data: { status: 'draft' } });
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

  test('a text that was withdrawn is not a language a reader can choose', async () => {
    const { practiceId } = await catalogue.db.practiceSlug.findUniqueOrThrow({
      where: { slug: 'copenhagen-diversity-charter' },
    });
    const where = { practiceId_language: { practiceId, language: 'da' } };
    await catalogue.db.practiceText.delete({ where });
    expect(await languageShown('copenhagen-diversity-charter', 'en', 'da')).toBe('none');
  });

  test('a draft of a machine is there for nobody where the site does not show them', async () => {
    const slug = 'equality-data-belgium';
    const { practiceId } = await catalogue.db.practiceSlug.findUniqueOrThrow({ where: { slug } });
    const actor: Actor = { id: 'translat01', roles: ['translator'], cities: [], hasSecondFactor: false };
    const { publicVersion } = await import('#server/catalogue/queries/version');
    const before = await publicVersion();
    const draft = {
      ...{ actor, practiceId, language: 'fi', now: new Date() },
      ...{ fields: TextFields.parse({ title: 'Tasa-arvo' }), machine: 'deepl', madeFrom: 1 },
    };
    expect(await keepMachineDraft(draft, catalogue.db)).toEqual({ ok: true });
    expect(await publicVersion()).toBe(before);
    expect(await languageShown(slug, 'en', 'fi')).toBe('none');
    expect(await read(slug, 'en')).toMatchObject({ practice: { machineLanguages: [] } });
    const { lookUpPath } = await import('#server/catalogue/queries/address');
    expect((await lookUpPath(['practices', slug, 'fi'])).practice).toEqual({ found: 'none' });
  });
});

describe('while the database is away', () => {
  afterEach(endOutage);

  test('a practice is as it was last read, another cannot be read', async () => {
    const before = await read('copenhagen-diversity-charter', 'sq');
    beginOutage();
    expect(await read('copenhagen-diversity-charter', 'sq')).toEqual(before);
    expect(await languageShown('copenhagen-diversity-charter', 'fr')).toBe('fr');
    await expect(read('no-such-practice', 'en')).rejects.toThrow();
  });

  test('what is known to have changed since is not shown again', async () => {
    await read('copenhagen-diversity-charter', 'en');
    await read('equality-data-belgium', 'en');
    const { practiceId: id } = await catalogue.db.practiceSlug.findUniqueOrThrow({
      where: { slug: 'copenhagen-diversity-charter' },
    });
    await catalogue.db.$transaction(async (tx) => {
      await tx.practiceText.updateMany({
        where: { practiceId: id, language: 'en' },
        data: { title: 'Other' },
      });
      await tx.$queryRaw`select publish_change(${[id]})`;
    });
    await read('equality-data-belgium', 'en');
    beginOutage();
    await expect(read('copenhagen-diversity-charter', 'en')).rejects.toThrow();
    expect((await read('equality-data-belgium', 'en')).found).toBe('current');
  });
});
