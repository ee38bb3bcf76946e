import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import type { ConflictChoice } from '#domain/merge-fields';
import { drawId } from '#lib/draw-id';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { settleConflict } from '#server/submissions/commands/settle-conflict';
import { readDraft } from '#server/submissions/queries/draft';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addDraft } from '#tests/support/filled-draft';
import { addOfficer, posting } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
const pairs = 500;
/** Drafts in which pairs meet side by side: as many as the connections bear, at two a pair. */
const drafts = 3;
const fields = ['title', 'summary', 'purpose', 'references', 'contactOffice'] as const;
const choices: readonly ConflictChoice[] = ['mine', 'theirs', 'both'];

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.drop());

type Meeting = { id: string; author: Actor; colleague: Actor; number: number };

/** Two windows that show the same version send another text of the same field at once. Tells what was not as it should be. */
async function meet({ id, author, colleague, number }: Meeting): Promise<string[]> {
  const field = fields[number % fields.length] ?? 'title';
  const before = await readDraft({ actor: author, id }, own.db);
  if (!before) throw new Error('no draft');
  // Every other pair is one person in two windows.
  const windows = [
    { actor: author, text: `${number} of the first` },
    { actor: number % 2 ? colleague : author, text: `${number} of the second` },
  ];
  const results = await Promise.all(
    windows.map(({ actor, text }, window) =>
      saveDraft(
        {
          ...{ actor, id, base: before.version, page: `${number}-${window}`, turn: 1, now },
          posted: posting({ [field]: text }),
        },
        own.db,
      ),
    ),
  );
  const wrong: string[] = [];
  const check = (what: string, holds: boolean) => holds || wrong.push(`${number}: ${what}`);
  const won = results.findIndex((result) => result.ok && result.changed.includes(field));
  const lost = results.findIndex((result) => result.ok && result.conflicts.includes(field));
  check('one is applied, one is kept beside it', won >= 0 && lost >= 0 && won !== lost);
  const [standing, kept] = [windows[won]?.text ?? '', windows[lost]?.text ?? ''];

  const after = await readDraft({ actor: author, id }, own.db);
  check('the one that was applied stands', after?.fields[field] === standing);
  check('nothing else moved', after?.version === before.version + 1);
  const offered = after?.conflicts.filter((conflict) => conflict.field === field) ?? [];
  check('the other is offered, once', offered.length === 1 && offered[0]?.text === kept);
  const seenByBoth = await readDraft({ actor: colleague, id }, own.db);
  check('to everyone who writes in it', seenByBoth?.conflicts.length === after?.conflicts.length);

  const choice = choices[number % choices.length] ?? 'mine';
  const [conflict] = offered;
  if (!conflict) return wrong;
  const settled = await settleConflict(
    { actor: author, id, save: conflict.save, field, choice, seen: conflict.standing.version, now },
    own.db,
  );
  check('it can be chosen', settled.ok);
  const end = await readDraft({ actor: author, id }, own.db);
  const text = String(end?.fields[field]);
  check(
    'what was chosen stands',
    { mine: text === kept, theirs: text === standing, both: text.includes(kept) && text.includes(standing) }[
      choice
    ],
  );
  check('the matter is closed', end?.conflicts.length === 0);
  return wrong;
}

test(`${pairs} pairs of windows that save the same field at once: no text is lost`, {
  timeout: 120_000,
}, async () => {
  const author = await addOfficer(own.db, 'author0001');
  const colleague = await addOfficer(own.db, 'colleague1');
  let met = 0;
  const lanes = Array.from({ length: drafts }, async (_, lane) => {
    const id = await addDraft(own.db, { id: drawId(), author, others: [colleague] });
    const wrong: string[] = [];
    for (let number = lane; number < pairs; number += drafts) {
      wrong.push(...(await meet({ id, author, colleague, number })));
      met += 1;
    }
    return wrong;
  });
  expect((await Promise.all(lanes)).flat()).toEqual([]);
  expect(met).toBe(pairs);
  // Every text that anybody typed is in the history of its draft.
  const saves = await own.db.submissionSave.findMany({ select: { changed: true, conflicts: true } });
  const typed = JSON.stringify(saves);
  const missing = Array.from({ length: pairs }, (_, number) => [
    `${number} of the first`,
    `${number} of the second`,
  ])
    .flat()
    .filter((text) => !typed.includes(`"${text}"`));
  expect(missing).toEqual([]);
});
