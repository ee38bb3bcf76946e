import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { drawId } from '#lib/draw-id';
import { archiveSubmission } from '#server/review/commands/archive-submission';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { beginRevision } from '#server/submissions/commands/begin-revision';
import { reopenSubmission, withdrawSubmission } from '#server/submissions/commands/change-state';
import { createDraft } from '#server/submissions/commands/create-draft';
import { deleteSubmission } from '#server/submissions/commands/delete-submission';
import { saveDraft } from '#server/submissions/commands/save-draft';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { readDraft } from '#server/submissions/queries/draft';
import { readServedFile } from '#server/submissions/queries/files';
import { listSubmissions } from '#server/submissions/queries/list-submissions';
import { readRevisionOffer } from '#server/submissions/queries/revision';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addChoices, addEditor, addPublished, letter, takeToAccepted } from '#tests/support/editors';
import { filledFields, knownInTest } from '#tests/support/filled-draft';
import { addOfficer, posting } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
let own: TestDatabase;
let author: Actor;
let colleague: Actor;
let official: Actor;
let stranger: Actor;
let editor: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  author = await addOfficer(own.db, 'author0001');
  colleague = await addOfficer(own.db, 'colleague1');
  official = { ...(await addOfficer(own.db, 'official01')), cities: [{ id: 'cork', confirmed: true }] };
  stranger = { ...(await addOfficer(own.db, 'stranger01')), cities: [{ id: 'cork', confirmed: false }] };
  editor = await addEditor(own.db, 'editor0001');
  await addChoices(own.db);
});

afterAll(async () => {
  await own.drop();
  vi.unstubAllEnvs();
});

let titles = 0;
/** A published example with a picture, and its practice. */
async function published(changes: Partial<typeof filledFields> = {}) {
  titles += 1;
  const title = `Tables of neighbours ${String.fromCharCode(96 + titles)}`;
  const fields = { ...filledFields, title, evaluator: 'University of Cork', ...changes };
  const example = await addPublished(own.db, { author, others: [colleague], editor, fields, now });
  const slug = await own.db.practiceSlug.findFirstOrThrow({ where: { practiceId: example.practiceId } });
  return { ...example, slug: slug.slug, title };
}
const begin = (practiceId: string, actor = author, from?: number) =>
  beginRevision({ actor, practiceId, from, now }, own.db);
async function begun(practiceId: string, actor = author, from?: number): Promise<string> {
  const result = await begin(practiceId, actor, from);
  if (!result.ok) throw new Error(result.reason);
  return result.id;
}
const stored = (id: string) =>
  own.db.submission.findUniqueOrThrow({
    where: { id },
    include: { members: true, saves: true, files: true },
  });
async function publishAs(id: string, by: Actor, note = '') {
  await takeToAccepted(own.db, { id, author: by, editor, now });
  expect(await publishSubmission({ actor: editor, id, note, letter, now }, own.db)).toEqual({ ok: true });
}
const addFile = (submissionId: string, name: string) =>
  own.db.submissionFile.create({
    data: {
      ...{ id: drawId(), submissionId, kind: 'image', name, mediaType: 'image/jpeg', bytes: 9, position: 0 },
      ...{
        digest: Buffer.from(name),
        storageKey: `kept/${name}`,
        alt: 'A table',
        credit: 'City of Cork',
        consent: 'nobody',
      },
    },
  });

describe('beginning a revision', () => {
  test('gives its writer a draft of what is published, without the agreement', async () => {
    const { practiceId, title } = await published();
    const id = await begun(practiceId);
    const revision = await stored(id);
    expect(revision).toMatchObject({ state: 'draft', practiceId, basedOn: 1, version: 1, reference: null });
    expect(revision.fields).toMatchObject({
      ...{ title, country: 'IE', cities: ['cork'], topics: ['education'], years: '2019–2021' },
      ...{ evaluator: 'University of Cork', impact: 'Many came.', agreed: '' },
    });
    expect(revision.members).toMatchObject([{ accountId: author.id, isAuthor: true }]);
    expect(revision.saves).toMatchObject([{ version: 1, base: 0, changed: { title } }]);
    expect(await listSubmissions(author.id, own.db)).toContainEqual(
      expect.objectContaining({ id, revises: expect.stringMatching(/^tables-of-neighbours-/) }),
    );
    expect((await readDraft({ actor: author, id }, own.db))?.revised).toMatchObject({ title });
  });

  test('is for its writers, confirmed officers of its cities, and editors', async () => {
    for (const actor of [author, colleague, official, editor]) {
      const { practiceId } = await published();
      expect((await begin(practiceId, actor)).ok).toBe(true);
    }
    const { practiceId } = await published();
    const bare = { ...editor, hasSecondFactor: false };
    for (const actor of [stranger, bare])
      expect(await begin(practiceId, actor)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await begin('0000000000')).toEqual({ ok: false, reason: 'not-found' });
  });

  test('a contact that is not public stays with its writers', async () => {
    const hidden = await published({ contactEmail: 'secret@cork.example' });
    const shown = await published({ contactEmail: 'open@cork.example', contactPublic: 'yes' });
    const contactOf = async (practiceId: string, actor: Actor) =>
      (await stored(await begun(practiceId, actor))).fields;
    expect(await contactOf(hidden.practiceId, official)).toMatchObject({
      ...{ contactName: 'Officer official01', contactEmail: 'official01@cork.example', contactPublic: '' },
    });
    expect(await contactOf(shown.practiceId, official)).toMatchObject({
      ...{ contactEmail: 'open@cork.example', contactPublic: 'yes' },
    });
    const again = await published({ contactEmail: 'secret@cork.example' });
    expect(await contactOf(again.practiceId, colleague)).toMatchObject({
      contactEmail: 'secret@cork.example',
    });
  });

  test('twenty presses at once make one; whoever comes second is told', async () => {
    const { practiceId, slug } = await published();
    const results = await Promise.all(Array.from({ length: 20 }, () => begin(practiceId)));
    expect(new Set(results.map((result) => result.ok && result.id)).size).toBe(1);
    expect(await own.db.submission.count({ where: { practiceId, basedOn: 1 } })).toBe(1);
    expect(await begin(practiceId, official)).toEqual({ ok: false, reason: 'under-way' });
    const offerTo = (actor: Actor) => readRevisionOffer({ actor, slug, locale: 'en' }, own.db);
    expect((await offerTo(author))?.open).toMatchObject({ isOwn: true });
    expect((await offerTo(official))?.open).toMatchObject({ isOwn: false, names: ['Officer author0001'] });
    const confirming = await Promise.all([author, official, editor, stranger].map(offerTo));
    expect(confirming.map((offer) => offer?.mayConfirm)).toEqual([true, true, false, false]);
    // Who works on it is not for everybody to know.
    expect(await offerTo(stranger)).toMatchObject({ mayBegin: false, open: { isOwn: false, names: [] } });
  });

  test('two people at once: one of them writes', async () => {
    const { practiceId } = await published();
    const results = await Promise.all([begin(practiceId, author), begin(practiceId, official)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, reason: 'under-way' });
  });

  test('is not taken for an empty draft by whoever begins a new example', async () => {
    const { practiceId } = await published();
    const id = await begun(practiceId);
    const created = await createDraft({ actor: author, name: 'A', email: 'a@cork.example', now }, own.db);
    expect(created).not.toEqual({ ok: true, id });
  });

  test('what is archived is not revised', async () => {
    const { id, practiceId } = await published();
    await archiveSubmission({ actor: editor, id, because: 'It has ended.', letter, now }, own.db);
    expect(await begin(practiceId)).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('a revision', () => {
  test('can be deleted, and another begun', async () => {
    const { practiceId } = await published();
    const id = await begun(practiceId);
    expect(await deleteSubmission({ actor: author, id, now }, own.db)).toEqual({ ok: true });
    expect((await begin(practiceId, official)).ok).toBe(true);
  });

  test('that was taken back is not opened again while another is under way', async () => {
    const { practiceId } = await published();
    const id = await begun(practiceId);
    await sendSubmission({ actor: author, id, agreed: true, known: knownInTest, now }, own.db);
    await withdrawSubmission({ actor: author, id, now }, own.db);
    const reopen = () => reopenSubmission({ actor: author, id, now }, own.db);
    const second = await begun(practiceId, official);
    expect(await reopen()).toEqual({ ok: false, reason: 'another-open' });
    await deleteSubmission({ actor: official, id: second, now }, own.db);
    // Opened again and begun anew at once: one of the two.
    const [reopened, third] = await Promise.all([reopen(), begin(practiceId, official)]);
    expect([reopened.ok, third.ok].filter(Boolean)).toHaveLength(1);
  });

  test('keeps the files of the version it began from, as its own', async () => {
    const { id: first, practiceId } = await published();
    const picture = await addFile(first, 'a.jpg');
    // As if it had been there when it was published.
    await own.db.$executeRaw`select keep_versions(${[practiceId]}, 'test', ${now})`;
    const id = await begun(practiceId);
    const [copy] = (await stored(id)).files;
    expect(copy).toMatchObject({ storageKey: 'kept/a.jpg', alt: 'A table', consent: 'nobody' });
    expect(copy?.id).not.toBe(picture.id);
    const isServed = async (fileId: string) =>
      (await readServedFile(fileId, async () => null, own.db))?.isPublic ?? false;
    expect([await isServed(picture.id), await isServed(copy?.id ?? '')]).toEqual([true, false]);
    await publishAs(id, author);
    // The replaced version is still shown, and so is its picture; until the practice is archived.
    expect([await isServed(picture.id), await isServed(copy?.id ?? '')]).toEqual([true, true]);
    await archiveSubmission({ actor: editor, id, because: 'It has ended.', letter, now }, own.db);
    expect([await isServed(picture.id), await isServed(copy?.id ?? '')]).toEqual([false, false]);
  });

  test('brings an earlier version back, for editors alone', async () => {
    const { practiceId, title } = await published();
    const id = await begun(practiceId);
    const posted = posting({ title: `${title}, once more`, impact: '300 came.' });
    await saveDraft({ actor: author, id, base: 1, page: '', posted, now }, own.db);
    await publishAs(id, author, 'New figures');
    expect(await begin(practiceId, author, 1)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await begin(practiceId, editor, 3)).toEqual({ ok: false, reason: 'not-found' });
    const restored = await stored(await begun(practiceId, editor, 1));
    expect(restored).toMatchObject({ basedOn: 2, fields: { title, impact: 'Many came.' } });
    const { readHistory, readVersions } = await import('#server/catalogue/queries/history');
    const slug = (await own.db.practiceSlug.findFirstOrThrow({ where: { practiceId } })).slug;
    expect((await readHistory(slug, 'fr', own.db))?.versions).toEqual([
      { number: 2, at: now, note: 'New figures', by: 'city' },
      { number: 1, at: now, note: '', by: 'city' },
    ]);
    const versions = await readVersions(slug, [1, 2], { locale: 'en', now, inOriginal: true }, own.db);
    expect(versions.map(({ practice, present }) => [practice.title, present])).toEqual([
      [title, 2],
      [`${title}, once more`, 2],
    ]);
    expect(versions.map(({ practice }) => practice.evidence.level)).toEqual(['described', 'monitored']);
    expect(await readVersions(slug, [7], { locale: 'en', now }, own.db)).toEqual([]);
  });
});
