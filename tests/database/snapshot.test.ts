import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFilter, facetNames, sortNames } from '#domain/catalogue-filter';
import { idsOf } from '#domain/facet-index';
import { placesOfIds } from '#domain/facet-index/query';
import { applyMigrations } from '#scripts/apply-migrations';
import { startEmbeddedPostgres } from '#scripts/embedded-postgres';
import { startThrowawayPostgres } from '#scripts/throwaway-postgres';
import { readCards } from '#server/catalogue/queries/cards';
import { nearestTo } from '#server/catalogue/queries/known-related';
import {
  type CatalogueSnapshot,
  keepCatalogue,
  loadSnapshot,
  readVersions,
} from '#server/catalogue/queries/snapshot';
import { connectDatabase, type Database } from '#server/platform/db';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { loadRecords } from '#tests/support/load-records';

const now = new Date('2026-11-23T12:00:00Z');

/** An instance of the site, as far as the catalogue goes. */
function startInstance(db: Database, read = () => readVersions(db)) {
  const events: string[] = [];
  const catalogue = keepCatalogue({
    db,
    readVersions: read,
    onOutdated: () => events.push('away'),
  });
  return { catalogue, events };
}

const publish = (db: Database, id: string, status: 'published' | 'archived') =>
  db.$transaction(async (tx) => {
    await tx.practice.update({ where: { id }, data: { status } });
    await tx.$queryRaw`select publish_change(${[id]})`;
  });

/** All that a snapshot tells its readers. */
async function describeSnapshot(db: Database, snapshot: CatalogueSnapshot) {
  const sorts = sortNames.filter((sort) => sort !== 'relevance');
  const lists = await Promise.all(
    sorts.map((sort) => snapshot.query({ ...emptyFilter, sort, page: 2 }, null, 'sq')),
  );
  const years = await snapshot.query({ ...emptyFilter, from: 2019 }, null, 'en');
  return {
    ids: idsOf(snapshot.index).sort(),
    lists: lists.map(({ total, ids }) => ({ total, ids })),
    counts: facetNames.map((name) => new Map([...years.counts[name]].sort())),
    years: new Map([...years.yearCounts].sort()),
    cards: await readCards(db, snapshot, idsOf(snapshot.index).sort(), 'fr'),
  };
}

describe('on the content of the repository', () => {
  let one: TestDatabase;
  let other: Database;
  let ids: string[];
  beforeAll(async () => {
    one = await createTestDatabase();
    other = connectDatabase(one.url);
    await loadRecords(one.db, () => true);
    ids = (await one.db.practice.findMany({ select: { id: true } })).map(({ id }) => id);
  });
  afterAll(async () => {
    await other.$disconnect();
    await one.drop();
  });

  test('two instances show each other’s publications and withdrawals at their next request', async () => {
    const here = startInstance(one.db);
    const there = startInstance(other);
    const sizes = async () => [
      (await here.catalogue(now)).index.present.size,
      (await there.catalogue(now)).index.present.size,
    ];
    const all = ids.length;
    expect(await sizes()).toEqual([all, all]);
    for (let round = 0; round < 60; round += 1) {
      const id = ids[round % ids.length] ?? '';
      const [writer, reader] = round % 2 ? [other, here] : [one.db, there];
      await publish(writer, id, 'archived');
      expect((await reader.catalogue(now)).index.present.size).toBe(all - 1);
      expect(await sizes()).toEqual([all - 1, all - 1]);
      await publish(writer, id, 'published');
      expect(await sizes()).toEqual([all, all]);
    }
  });

  test('a snapshot brought up to date is the same as one loaded anew', async () => {
    const { catalogue } = startInstance(one.db);
    await describeSnapshot(one.db, await catalogue(now));
    const [first = '', second = '', third = ''] = ids;
    await publish(one.db, first, 'archived');
    await one.db.$transaction(async (tx) => {
      await tx.practice.update({
        where: { id: second },
        data: { startYear: 1999, endYear: 2003, ongoing: false },
      });
      await tx.practiceText.updateMany({ where: { practiceId: second }, data: { title: 'Aardvarks' } });
      await tx.practiceCity.deleteMany({ where: { practiceId: third } });
      await tx.$queryRaw`select publish_change(${[second, third]})`;
    });
    const updated = await describeSnapshot(one.db, await catalogue(now));
    expect(updated).toEqual(await describeSnapshot(one.db, await loadSnapshot(one.db, now)));
    expect(updated.ids).not.toContain(first);
  });

  test('what is not announced is not read: only stamped practices are looked at', async () => {
    const { catalogue } = startInstance(one.db);
    const before = await catalogue(now);
    expect(await catalogue(now)).toBe(before);
    const id = ids[5] ?? '';
    await one.db.$queryRaw`select publish_change(${[id]})`;
    const after = await catalogue(now);
    expect(after.vocabulary).toBe(before.vocabulary);
    expect(after.version).toBe(before.version + 1n);
  });

  test('a version that was read for the request is not asked for again, another one is', async () => {
    let looks = 0;
    const { catalogue } = startInstance(one.db, async () => {
      looks += 1;
      return readVersions(one.db);
    });
    const before = await catalogue(now);
    const seen = `${before.version}.${before.vocabularyVersion}`;
    expect(await catalogue(now, seen)).toBe(before);
    expect(looks).toBe(1);
    await one.db.$queryRaw`select publish_change(${[ids[7] ?? '']})`;
    const after = await catalogue(now, `${before.version + 1n}.${before.vocabularyVersion}`);
    expect([after.version, looks]).toEqual([before.version + 1n, 2]);
    expect((await catalogue(new Date('2027-01-01T00:00:00Z'), seen)).year).toBe(2027);
  });

  test('a changed name, and a new year, make everything be read anew', async () => {
    const { catalogue } = startInstance(one.db);
    const before = await catalogue(now);
    await one.db.$transaction(async (tx) => {
      await tx.topicName.updateMany({
        where: { topicId: 'roma', language: 'en' },
        data: { name: 'Roma people' },
      });
      await tx.$queryRaw`select publish_change('{}'::text[], true)`;
    });
    const renamed = await catalogue(now);
    expect(renamed.vocabulary.topics.get('roma')?.names.get('en')).toBe('Roma people');
    expect(renamed.index).not.toBe(before.index);
    expect((await catalogue(new Date('2027-01-01T00:00:00Z'))).year).toBe(2027);
  });

  test('a catalogue too large for one thread, or to be held, answers the same', async () => {
    const usual = await loadSnapshot(one.db, now);
    const large = await loadSnapshot(one.db, now, { heldAtMost: 0, ownThreadAbove: 0 });
    expect([usual.held?.size, large.held]).toEqual([usual.index.present.size, null]);
    const [expected, found] = [await describeSnapshot(one.db, usual), await describeSnapshot(one.db, large)];
    // Names are sorted by the database then, whose alphabet counts digits and signs in another way.
    expect({ ...found, lists: found.lists.map(({ total }) => total) }).toEqual({
      ...expected,
      lists: expected.lists.map(({ total }) => total),
    });
    for (const sort of ['newest', 'oldest', 'title', 'city'] as const) {
      const pages = Array.from({ length: Math.ceil(ids.length / 20) }, (_, i) => i + 1);
      const walked = await Promise.all(
        pages.map((page) => large.query({ ...emptyFilter, sort, page }, null, 'fr')),
      );
      expect(walked.flatMap((answer) => answer.ids).sort()).toEqual(expected.ids);
    }
    const words = [...expected.ids].reverse();
    const ranked = { ...emptyFilter, q: 'any', sort: 'relevance' } as const;
    expect((await large.query(ranked, placesOfIds(large.index, words), 'en')).ids).toEqual(
      words.slice(0, 20),
    );
    expect(await large.count({ ...emptyFilter, from: 2019 }, null)).toBe(
      await usual.count({ ...emptyFilter, from: 2019 }, null),
    );
  });

  test('examples near another are found among some where not all are held', async () => {
    const usual = await loadSnapshot(one.db, now);
    const large = await loadSnapshot(one.db, now, { heldAtMost: 0, ownThreadAbove: 0 });
    const [id = ''] = idsOf(usual.index);
    const near = (snapshot: CatalogueSnapshot) => nearestTo(one.db, snapshot, id, 3);
    expect((await near(large)).length).toBeGreaterThan(0);
    expect(await near(usual)).toHaveLength(3);
    // Looked for once in each state of the catalogue.
    expect(near(large)).toBe(near(large));
    expect(near(await loadSnapshot(one.db, now))).not.toBe(near(usual));
  });

  test('many requests that wait for a new version share one load', async () => {
    let looks = 0;
    const { catalogue } = startInstance(one.db, async () => {
      looks += 1;
      return readVersions(one.db);
    });
    const snapshots = await Promise.all(Array.from({ length: 50 }, () => catalogue(now)));
    expect(new Set(snapshots).size).toBe(1);
    // One for the first, which loads, and one for all that came while it did.
    expect(looks).toBe(2);
  });
});

test('while the database is away the last catalogue is served, and it comes back by itself', async () => {
  const server = await startThrowawayPostgres();
  await applyMigrations(server.url());
  const db = connectDatabase(server.url());
  try {
    await loadRecords(db, ({ provenance }) => provenance === 'programme_excerpt');
    const { catalogue, events } = startInstance(db);
    const before = await catalogue(new Date());
    const shown = await describeSnapshot(db, before);

    await (await startEmbeddedPostgres(server.folder, { throwaway: true })).stop();
    const waits: number[] = [];
    for (let i = 0; i < 50; i += 1) {
      const began = performance.now();
      expect(await describeSnapshot(db, await catalogue(new Date()))).toEqual(shown);
      waits.push(performance.now() - began);
    }
    expect(events).toHaveLength(50);
    expect(waits.filter((wait) => wait > 1_000)).toEqual([]);
    // Without a snapshot there is nothing to serve.
    await expect(startInstance(db).catalogue(new Date())).rejects.toThrow();

    await startEmbeddedPostgres(server.folder, { throwaway: true });
    const deadline = Date.now() + 5_000;
    const [id = ''] = before.held?.keys() ?? [];
    await publish(db, id, 'archived');
    while ((await catalogue(new Date())).index.present.size === before.index.present.size) {
      expect(Date.now()).toBeLessThan(deadline);
      await setTimeout(50);
    }
  } finally {
    await db.$disconnect();
    await server.stop();
  }
}, 60_000);
