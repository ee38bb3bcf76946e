import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FieldName } from '#domain/submission-fields';
import type { FieldValue } from '#domain/submission-values';
import { importDraft } from '#server/submissions/commands/import-draft';
import { readDraft } from '#server/submissions/queries/draft';
import { readImport } from '#server/submissions/queries/import';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addOfficer } from '#tests/support/officers';

let database: TestDatabase;
const now = new Date('2026-11-25T12:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

const imported = {
  values: new Map<FieldName, FieldValue>([
    ['title', 'Walks\u0000'],
    ['topics', ['housing']],
  ]),
  left: [{ heading: 'Country', text: 'Atlantis\ud800' }],
};

test('a filled template makes one draft, however often and however fast it is sent', async () => {
  const actor = await addOfficer(database.db, 'person0001');
  const send = (mark: number, at = now) =>
    importDraft(
      { actor, name: 'Mira', email: 'mira@cork.example', digest: new Uint8Array([mark]), imported, now: at },
      database.db,
    );
  const [first, second] = await Promise.all([send(1), send(1)]);
  const third = await send(1);
  const ids = [first, second, third].map((result) => (result.ok ? result.id : result.reason));
  expect(new Set(ids).size).toBe(1);
  const id = ids[0] ?? '';
  const draft = await readDraft({ actor, id }, database.db);
  expect(draft?.fields).toMatchObject({
    title: 'Walks',
    topics: ['housing'],
    contactEmail: 'mira@cork.example',
  });
  expect(await readImport(id, database.db)).toEqual({
    fields: ['title', 'topics'],
    left: [{ heading: 'Country', text: 'Atlantis' }],
  });
  // Another file is another draft, and so is the same one on another day.
  const other = await send(2);
  const later = await send(1, new Date('2026-11-26T12:00:00Z'));
  expect(new Set([id, other.ok && other.id, later.ok && later.id]).size).toBe(3);
});

test('a draft that was typed was not filled in from a file', async () => {
  expect(await readImport('nothing000', database.db)).toBeNull();
});
