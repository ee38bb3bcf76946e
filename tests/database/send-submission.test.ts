import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { submissionStates } from '#domain/lifecycle';
import { drawId } from '#lib/draw-id';
import { reopenSubmission, withdrawSubmission } from '#server/submissions/commands/change-state';
import { deleteSubmission } from '#server/submissions/commands/delete-submission';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { shareSubmission } from '#server/submissions/commands/share-submission';
import { readDraft } from '#server/submissions/queries/draft';
import { listSubmissions } from '#server/submissions/queries/list-submissions';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import { addDraft, filledFields, knownInTest } from '#tests/support/filled-draft';
import { addOfficer } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
let own: TestDatabase;
let author: Actor;
let colleague: Actor;
let stranger: Actor;
let editor: Actor;
let bareEditor: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  author = await addOfficer(own.db, 'author0001');
  colleague = await addOfficer(own.db, 'colleague1');
  stranger = await addOfficer(own.db, 'stranger01');
  await own.db.account.create({
    data: { id: 'editor0001', email: 'editor@catalogue.example', locale: 'fr', roles: ['editor'] },
  });
  bareEditor = { id: 'editor0001', roles: ['editor'], cities: [], hasSecondFactor: false };
  editor = { ...bareEditor, hasSecondFactor: true };
});

afterAll(() => own.drop());

const begin = (fields = filledFields) =>
  addDraft(own.db, { id: drawId(), author, others: [colleague], fields });
const send = (id: string, actor = author, agreed = true) =>
  sendSubmission({ actor, id, agreed, known: knownInTest, now }, own.db);
const withdraw = (id: string, actor = author) => withdrawSubmission({ actor, id, now }, own.db);
const reopen = (id: string, actor = author) => reopenSubmission({ actor, id, now }, own.db);
const share = (id: string, email: string, actor = author) =>
  shareSubmission({ actor, id, email, by: 'Mira', now }, own.db);
const remove = (id: string, actor = author) => deleteSubmission({ actor, id, now }, own.db);
const stateOf = async (id: string) => (await own.db.submission.findUniqueOrThrow({ where: { id } })).state;
const eventsOf = async (submissionId: string) =>
  (await own.db.submissionEvent.findMany({ where: { submissionId }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );
const mailsAbout = (id: string) =>
  own.db.outboxMail.findMany({ where: { text: { contains: id } }, orderBy: { to: 'asc' } });

describe('sending', () => {
  test('gives a reference, keeps what was sent, and writes to its writers and the editors', async () => {
    const id = await begin();
    const sent = await send(id);
    expect(sent).toMatchObject({ ok: true, reference: expect.stringMatching(/^IC-2026-\d{4}$/) });
    expect(await stateOf(id)).toBe('submitted');
    expect(await eventsOf(id)).toEqual(['sent']);
    const [kept] = await own.db.submissionSent.findMany({ where: { submissionId: id } });
    expect(kept).toMatchObject({
      number: 1,
      sentBy: author.id,
      fields: { ...filledFields, agreed: 'yes' },
      files: [],
    });
    expect((await mailsAbout(id)).map(({ to, kind, locale, state }) => [to, kind, locale, state])).toEqual([
      ['author0001@cork.example', 'submission-receipt', 'en', 'waiting'],
      ['colleague1@cork.example', 'submission-receipt', 'en', 'waiting'],
      ['editor@catalogue.example', 'submission-arrived', 'fr', 'waiting'],
    ]);
  });

  test('fifty times at once is once', async () => {
    const id = await begin();
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, i) => send(id, i % 2 ? author : colleague)),
    );
    const references = sent.map((result) => (result.ok ? result.reference : result.reason));
    expect(new Set(references).size).toBe(1);
    expect(references[0]).toMatch(/^IC-/);
    expect(await eventsOf(id)).toEqual(['sent']);
    expect(await own.db.submissionSent.count({ where: { submissionId: id } })).toBe(1);
    expect(await mailsAbout(id)).toHaveLength(3);
  }, 60_000);

  test('many at once have a reference each', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => begin()));
    const sent = await Promise.all(ids.map((id) => send(id)));
    expect(new Set(sent.map((result) => result.ok && result.reference)).size).toBe(12);
  });

  test.each([
    ['without the agreement', filledFields, false],
    ['without a title', { ...filledFields, title: ' ' }, true],
    ['with a city of another country', { ...filledFields, country: 'PT' }, true],
    ['with a topic that is gone', { ...filledFields, topics: ['gone'] }, true],
  ])('%s it stays a draft, and what was ticked is kept', async (_, fields, agreed) => {
    const id = await begin(fields);
    expect(await send(id, author, agreed)).toEqual({ ok: false, reason: 'incomplete' });
    expect(await stateOf(id)).toBe('draft');
    expect(await eventsOf(id)).toEqual([]);
    expect(await mailsAbout(id)).toEqual([]);
    const draft = await readDraft({ actor: author, id }, own.db);
    expect(draft?.fields.agreed).toBe(agreed ? 'yes' : '');
  });

  test('with a picture nobody has described, or with two texts to choose from, it stays a draft', async () => {
    const id = await begin();
    const digest = new Uint8Array(32);
    await own.db.submissionFile.create({
      data: {
        ...{
          id: drawId(),
          submissionId: id,
          kind: 'image',
          name: 'a.jpg',
          mediaType: 'image/jpeg',
          bytes: 1,
        },
        ...{
          width: 1,
          height: 1,
          digest,
          storageKey: 'aa/bb',
          position: 0,
          credit: 'Mira',
          consent: 'nobody',
        },
      },
    });
    expect(await send(id)).toEqual({ ok: false, reason: 'incomplete' });
    await own.db.submissionFile.updateMany({ where: { submissionId: id }, data: { alt: 'A table' } });
    const save = {
      submissionId: id,
      version: 1,
      id: 'conflict01',
      accountId: author.id,
      base: 1,
      changed: {},
    };
    await own.db.submissionSave.create({ data: { ...save, conflicts: { purpose: 'Another' } } });
    expect(await send(id)).toEqual({ ok: false, reason: 'incomplete' });
    await own.db.submissionSave.updateMany({ where: { id: 'conflict01' }, data: { settledAt: now } });
    expect((await send(id)).ok).toBe(true);
    const [sent] = await own.db.submissionSent.findMany({ where: { submissionId: id } });
    expect(sent?.files).toMatchObject([{ name: 'a.jpg', alt: 'A table' }]);
  });

  test('after changes were asked for, it keeps its reference and is counted as the second', async () => {
    const id = await begin();
    const first = await send(id);
    await own.db.submission.update({ where: { id }, data: { state: 'changes_requested' } });
    expect(await send(id, colleague)).toEqual(first);
    expect(await stateOf(id)).toBe('resubmitted');
    expect(await own.db.submissionSent.count({ where: { submissionId: id } })).toBe(2);
  });
});

test('taken back and opened again, it can be sent again under its reference', async () => {
  const id = await begin();
  const first = await send(id);
  expect(await Promise.all([withdraw(id), withdraw(id, colleague)])).toEqual([{ ok: true }, { ok: true }]);
  expect(await send(id)).toEqual({ ok: false, reason: 'not-possible' });
  expect(await Promise.all([reopen(id), reopen(id)])).toEqual([{ ok: true }, { ok: true }]);
  expect(await stateOf(id)).toBe('draft');
  expect(await send(id)).toEqual(first);
  expect(await eventsOf(id)).toEqual(['sent', 'withdrawn', 'reopened', 'sent']);
});

describe('who may do what, in each state', () => {
  const people = { author: () => author, colleague: () => colleague, editor: () => editor };
  const withdrawable = ['submitted', 'resubmitted', 'changes_requested'];
  const allowed: Record<string, Record<string, readonly string[]>> = {
    send: { author: ['draft', 'changes_requested'], colleague: ['draft', 'changes_requested'], editor: [] },
    withdraw: { author: withdrawable, colleague: withdrawable, editor: [] },
    reopen: { author: ['withdrawn'], colleague: ['withdrawn'], editor: [] },
    share: { author: ['draft', 'changes_requested'], colleague: [], editor: [] },
    delete: { author: ['draft'], colleague: [], editor: [] },
  };
  // A second time of what was done already is no failure, and does nothing.
  const repeated: Record<string, readonly string[]> = {
    send: ['submitted', 'resubmitted'],
    withdraw: ['withdrawn'],
    reopen: ['draft'],
  };
  const verbs: Record<string, (id: string, actor: Actor) => Promise<{ ok: boolean }>> = {
    send: (id, actor) => send(id, actor),
    withdraw,
    reopen,
    share: (id, actor) => share(id, 'nobody@cork.example', actor),
    delete: remove,
  };

  test.each(Object.keys(verbs))(
    '%s',
    async (verb) => {
      for (const state of submissionStates) {
        for (const [name, actor] of Object.entries(people)) {
          const id = await begin();
          await own.db.submission.update({ where: { id }, data: { state, reference: `R-${id}` } });
          const may = allowed[verb]?.[name]?.includes(state) ?? false;
          const again = name !== 'editor' && (repeated[verb]?.includes(state) ?? false);
          const result = await verbs[verb]?.(id, actor());
          expect(result?.ok, `${name} may ${verb} in ${state}`).toBe(may || again);
          expect(await eventsOf(id), `${name}, ${state}`).toHaveLength(may && verb !== 'share' ? 1 : 0);
        }
      }
    },
    60_000,
  );

  test('for a stranger, an editor without a second factor, and anybody after its deletion there is none', async () => {
    for (const actor of [stranger, bareEditor]) {
      const id = await begin();
      for (const verb of Object.values(verbs))
        expect(await verb(id, actor)).toEqual({ ok: false, reason: 'not-found' });
    }
    const id = await begin();
    await remove(id);
    for (const verb of Object.values(verbs))
      expect(await verb(id, author)).toEqual({ ok: false, reason: 'not-found' });
    expect(await readDraft({ actor: author, id }, own.db)).toBeNull();
    expect(await send('nothing000', author)).toEqual({ ok: false, reason: 'not-found' });
  });
});

test('a deleted draft leaves no word of its text', async () => {
  const id = await begin({ ...filledFields, purpose: 'A secret purpose' });
  await own.db.submissionSave.create({
    data: {
      submissionId: id,
      version: 2,
      id: 'save000001',
      accountId: author.id,
      base: 1,
      changed: { purpose: 'A secret purpose' },
    },
  });
  expect(await remove(id)).toEqual({ ok: true });
  const row = await own.db.submission.findUniqueOrThrow({ where: { id }, include: { saves: true } });
  expect(
    JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toContain('secret');
  expect(row.deletedAt).not.toBeNull();
  expect((await listSubmissions(author.id, own.db)).map((one) => one.id)).not.toContain(id);
});

describe('sharing', () => {
  test('lets a colleague of the same city write, tells them, and says the same about everyone else', async () => {
    await own.db.city.create({
      data: { id: 'cork', country: 'IE', placeType: 'city', latitude: 51.9, longitude: -8.5 },
    });
    const mate = await addOfficer(own.db, 'samecity01');
    const refused = await addOfficer(own.db, 'refused001');
    const other = await addOfficer(own.db, 'othercity1');
    const where = [
      [author.id, { cityId: 'cork' }],
      [mate.id, { cityId: 'cork' }],
      [refused.id, { cityId: 'cork', decidedAt: now, decidedBy: editor.id }],
      [other.id, { cityName: 'Cobh' }],
    ] as const;
    for (const [accountId, city] of where)
      await own.db.affiliation.create({ data: { id: drawId(), accountId, country: 'IE', ...city } });
    const id = await begin();
    const addresses = [mate, refused, other, author].map((actor) => `${actor.id}@cork.example`);
    for (const email of [...addresses, 'nobody@cork.example', addresses[0] ?? ''])
      expect(await share(id, email)).toEqual({ ok: true });
    const draft = await own.db.submissionMember.findMany({
      where: { submissionId: id },
      select: { accountId: true },
    });
    expect(draft.map(({ accountId }) => accountId).sort()).toEqual([author.id, colleague.id, mate.id].sort());
    expect(await eventsOf(id)).toEqual(['shared']);
    const mails = await own.db.outboxMail.findMany({
      where: { kind: 'submission-shared', text: { contains: id } },
    });
    expect(mails).toHaveLength(6);
    expect(mails.filter(({ state }) => state === 'waiting').map(({ to }) => to)).toEqual([addresses[0]]);
    expect((await send(id, mate)).ok).toBe(true);
  });
});

test('the list holds what a person writes in, with the others in it, the latest first', async () => {
  const newcomer = await addOfficer(own.db, 'newcomer01');
  expect(await listSubmissions(newcomer.id, own.db)).toEqual([]);
  const first = await addDraft(own.db, { id: drawId(), author: newcomer, others: [colleague] });
  const second = await addDraft(own.db, { id: drawId(), author: colleague, others: [newcomer] });
  await own.db.submission.update({ where: { id: first }, data: { updatedAt: new Date('2030-01-02') } });
  await own.db.submission.update({ where: { id: second }, data: { updatedAt: new Date('2030-01-01') } });
  expect(await listSubmissions(newcomer.id, own.db)).toMatchObject([
    { id: first, title: 'Café of languages', state: 'draft', others: ['Officer colleague1'], isAuthor: true },
    { id: second, others: ['Officer colleague1'], isAuthor: false },
  ]);
});
