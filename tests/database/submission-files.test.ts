import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { marksOf, postedName, readFileVerb } from '#domain/posted-files';
import { fileLimits } from '#domain/submission-files';
import { addFile, type KeptFile } from '#server/submissions/commands/add-file';
import { createDraft } from '#server/submissions/commands/create-draft';
import { describeFiles } from '#server/submissions/commands/describe-files';
import { listFiles, readFiles, readServedFile } from '#server/submissions/queries/files';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addOfficer } from '#tests/support/officers';

let database: TestDatabase;
const now = new Date('2026-11-25T12:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

let people = 0;
function officer() {
  people += 1;
  return addOfficer(database.db, `person${String(people).padStart(4, '0')}`);
}

async function begin() {
  const actor = await officer();
  const draft = await createDraft({ actor, name: 'Mira', email: 'mira@cork.example', now }, database.db);
  if (!draft.ok) throw new Error(draft.reason);
  return { actor, id: draft.id };
}

function picture(name: string): KeptFile {
  return {
    ...{ kind: 'image', name, mediaType: 'image/jpeg', bytes: 9, width: 640, height: 480 },
    digest: new Uint8Array(createHash('sha256').update(name).digest()),
    storageKey: `ab/${randomBytes(8).toString('hex')}`,
  };
}

const add = (draft: Awaited<ReturnType<typeof begin>>, file: KeptFile) =>
  addFile({ ...draft, file, now }, database.db);
const names = async (id: string) => (await readFiles(database.db, id)).map(({ name }) => name);

test('the same file twice is one, also at the same moment', async () => {
  const draft = await begin();
  const results = await Promise.all(Array.from({ length: 5 }, () => add(draft, picture('a.jpg'))));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.reason === 'twice')).toHaveLength(4);
  expect(await names(draft.id)).toEqual(['a.jpg']);
});

test('an example holds so many files and no more, however many come at once', async () => {
  const draft = await begin();
  const many = Array.from({ length: fileLimits.files + 4 }, (_, number) => picture(`${number}.jpg`));
  const results = await Promise.all(many.map((file) => add(draft, file)));
  expect(results.filter((result) => !result.ok && result.reason === 'too-many')).toHaveLength(4);
  const positions = await database.db.submissionFile.findMany({
    where: { submissionId: draft.id },
    select: { position: true },
  });
  expect(new Set(positions.map(({ position }) => position)).size).toBe(fileLimits.files);
}, 30_000);

test('who is no member learns nothing and changes nothing, and what is sent stays as it is', async () => {
  const draft = await begin();
  const added = await add(draft, picture('a.jpg'));
  const fileId = added.ok ? added.fileId : '';
  const stranger = await officer();
  const editor = { ...(await officer()), roles: ['editor'] as const, hasSecondFactor: true };
  const asStranger = { ...draft, actor: stranger };
  expect(await add(asStranger, picture('b.jpg'))).toEqual({ ok: false, reason: 'not-found' });
  const verb = readFileVerb(`remove-${fileId}`);
  const describe = { values: new Map(), verb, now };
  expect(await describeFiles({ ...asStranger, ...describe }, database.db)).toEqual({
    ok: false,
    reason: 'not-found',
  });
  expect(await listFiles(asStranger, database.db)).toBeNull();
  const serve = (actor: typeof stranger | null) => readServedFile(fileId, async () => actor, database.db);
  expect([await serve(null), await serve(stranger), await serve(editor)]).toEqual([null, null, null]);
  expect((await serve(draft.actor))?.isPublic).toBe(false);

  await database.db.submission.update({ where: { id: draft.id }, data: { state: 'submitted' } });
  expect(await serve(stranger)).toBeNull();
  expect((await serve(editor))?.isPublic).toBe(false);
  expect(await serve({ ...editor, hasSecondFactor: false })).toBeNull();
  expect(await add(draft, picture('b.jpg'))).toEqual({ ok: false, reason: 'not-writable' });
  expect(await describeFiles({ ...draft, ...describe }, database.db)).toEqual({
    ok: false,
    reason: 'not-writable',
  });

  await database.db.submission.update({ where: { id: draft.id }, data: { state: 'published' } });
  expect((await serve(null))?.isPublic).toBe(true);
  await database.db.submission.update({ where: { id: draft.id }, data: { deletedAt: now } });
  expect([await serve(null), await serve(draft.actor)]).toEqual([null, null]);
});

test('files move and go, what is typed is saved with it, and a second press changes nothing more', async () => {
  const draft = await begin();
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await add(draft, picture(name));
  const [a, b, c] = await readFiles(database.db, draft.id);
  if (!a || !b || !c) throw new Error('Three files were added.');
  const values = new Map([
    [postedName('seen', a.id), [marksOf(a)]],
    [postedName('alt', a.id), ['Two dancers\u0000 on a square']],
    [postedName('decorative', a.id), ['yes']],
  ]);
  const press = (value: string) =>
    describeFiles({ ...draft, values, verb: readFileVerb(value), now }, database.db);
  await press(`down-${a.id}`);
  expect(await names(draft.id)).toEqual(['b.jpg', 'a.jpg', 'c.jpg']);
  expect((await readFiles(database.db, draft.id))[1]).toMatchObject({
    alt: 'Two dancers on a square',
    decorative: true,
  });
  await press(`remove-${b.id}`);
  await press(`remove-${b.id}`);
  expect(await names(draft.id)).toEqual(['a.jpg', 'c.jpg']);
  const removals = { submissionId: draft.id, kind: 'file-removed' };
  expect(await database.db.submissionEvent.count({ where: removals })).toBe(1);
  expect(await readServedFile(b.id, async () => draft.actor, database.db)).toBeNull();
  // What was removed may come again.
  expect((await add(draft, picture('b.jpg'))).ok).toBe(true);
  expect(await names(draft.id)).toEqual(['a.jpg', 'c.jpg', 'b.jpg']);
});

test('two who describe a picture at once: the later one is told, and nothing is written over', async () => {
  const draft = await begin();
  await add(draft, picture('a.jpg'));
  const [file] = await readFiles(database.db, draft.id);
  if (!file) throw new Error('A file was added.');
  const typed = (alt: string, credit: string) =>
    new Map([
      [postedName('seen', file.id), [marksOf(file)]],
      [postedName('alt', file.id), [alt]],
      [postedName('credit', file.id), [credit]],
    ]);
  const save = (values: Map<string, string[]>) =>
    describeFiles({ ...draft, values, verb: null, now }, database.db);
  expect(await save(typed('Dancers', ''))).toEqual({ ok: true, conflicts: new Map() });
  const later = await save(typed('Two people', 'Cork'));
  expect(later).toEqual({ ok: true, conflicts: new Map([[postedName('alt', file.id), 'Dancers']]) });
  expect((await readFiles(database.db, draft.id))[0]).toMatchObject({ alt: 'Dancers', credit: 'Cork' });
});
