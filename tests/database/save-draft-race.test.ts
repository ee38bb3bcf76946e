import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import { createDraft } from '#server/submissions/commands/create-draft';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addOfficer, posting } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
const saves = 500;
/** Windows open at once: as many as there are connections, so that each save really meets others. */
const windows = 6;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** One window that saves text after text, each on the version it saw last; after a conflict the page is drawn anew. */
async function write(
  actor: Actor,
  id: string,
  window: number,
): Promise<{ text: string; answered: string[] }[]> {
  const written: { text: string; answered: string[] }[] = [];
  let base = 1;
  let page = `${window}-0`;
  for (let number = 0; number < saves / windows; number += 1) {
    const text = `${window}/${number}`;
    const result = await saveDraft(
      { actor, id, base, page, posted: posting({ purpose: text }), now },
      database.db,
    );
    if (!result.ok) throw new Error(result.reason);
    base = result.version;
    if (result.conflicts.length > 0) page = `${window}-${number + 1}`;
    written.push({ text, answered: [...result.changed, ...result.conflicts] });
  }
  return written;
}

test(`${saves} saves of two writers at once: no text is lost silently`, { timeout: 120_000 }, async () => {
  const [author, colleague] = await Promise.all(
    ['author0001', 'colleague1'].map((id) => addOfficer(database.db, id)),
  );
  if (!author || !colleague) throw new Error('no writers');
  const created = await createDraft(
    { actor: author, name: 'Mira', email: 'mira@cork.example', now },
    database.db,
  );
  if (!created.ok) throw new Error(created.reason);
  const { id } = created;
  await database.db.submissionMember.create({ data: { submissionId: id, accountId: colleague.id } });

  const written = (
    await Promise.all(
      Array.from({ length: windows }, (_, window) => write(window % 2 ? colleague : author, id, window)),
    )
  ).flat();
  expect(written.length).toBeGreaterThanOrEqual(saves);
  expect(written.filter(({ answered }) => answered.length !== 1)).toEqual([]);

  const rows = await database.db.submissionSave.findMany({
    where: { submissionId: id },
    orderBy: { version: 'asc' },
  });
  const textIn = (value: unknown): string[] => Object.values(Object(Object(value))).map(String);
  const applied = rows.filter(({ changed }) => textIn(changed).length > 0 && 'purpose' in Object(changed));
  const kept = [
    ...applied.flatMap(({ changed }) => textIn(changed)),
    ...rows.flatMap((row) => textIn(row.conflicts)),
  ];
  expect(written.filter(({ text }) => !kept.includes(text))).toEqual([]);
  expect(kept.length, 'none is there twice').toBe(new Set(kept).size);

  // Whatever was replaced, was replaced by a window that had it before it.
  const overwritten = applied.filter((row, place) => {
    const before = applied[place - 1];
    return before && row.page !== before.page && row.base < before.version;
  });
  expect(overwritten).toEqual([]);
  expect(
    rows.some(({ conflicts }) => conflicts !== null),
    'texts did meet',
  ).toBe(true);

  const versions = applied.map(({ version }) => version);
  expect(new Set(versions).size, 'each change has a version of its own').toBe(versions.length);
  const draft = await database.db.submission.findUniqueOrThrow({ where: { id } });
  expect(Object(draft.fields).purpose).toBe(Object(applied.at(-1)?.changed).purpose);
});
