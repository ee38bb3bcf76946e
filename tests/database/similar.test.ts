import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSimilar } from '#server/catalogue/queries/similar';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { loadRecords } from '#tests/support/load-records';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadRecords(database.db, () => true);
}, 120_000);
afterAll(() => database.drop());

async function similar(title: string, summary = '', country = ''): Promise<string[]> {
  const ids = await findSimilar(database.db, { title, summary, country });
  const slugs = await database.db.practiceSlug.findMany({
    where: { practiceId: { in: ids }, current: true },
  });
  return ids.map((id) => slugs.find(({ practiceId }) => practiceId === id)?.slug ?? '');
}

test.each([
  ['Bilbao anti-rumours strategy', '', 'ES', 'bilbao-anti-rumours-strategy'],
  ['Welcome App of Erlangen', '', 'DE', 'welcome-app-erlangen'],
  ['Neuchâtoi festival', '', 'CH', 'neuchatoi-a-recurring-festival-of-dialogue-and-diversity'],
  ['Carte de la ville de Zurich', 'La Züri City Card pour tous les habitants', 'CH', 'zuri-city-card'],
  [
    'Les mères de quartier',
    'Stadtteilmütter in Neukölln',
    'DE',
    'neighbourhood-mothers-stadtteilmutter-in-neukolln',
  ],
  [
    'Stadtteilmütter',
    'Mütter beraten Mütter in Berlin-Neukölln',
    '',
    'neighbourhood-mothers-stadtteilmutter-in-neukolln',
  ],
])('"%s" may be one of these', async (title, summary, country, slug) => {
  expect(await similar(title, summary, country)).toContain(slug);
});

test.each([
  ['A choir of beekeepers on the roof'],
  ['Training for the staff of the city'],
  ['xyz'],
  [''],
  ["'; drop table practice; --"],
  ['\\ & | ! ( ) <-> : *'],
])('"%s" is like none', async (title) => {
  expect(await similar(title)).toEqual([]);
});

test('at most three are shown', async () => {
  expect(
    (await similar('Intercultural council of foreign residents', 'A council of residents')).length,
  ).toBeLessThan(4);
});
