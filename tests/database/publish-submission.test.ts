import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#domain/actor';
import { emptyFilter } from '#domain/catalogue-filter';
import { fieldsOfContent, PracticeContent } from '#domain/practice-content';
import { loadContent } from '#server/exchange/load-content';
import { readContent } from '#server/exchange/read-content';
import { publishDue } from '#server/practices/commands/publish-due';
import { archiveSubmission, republishSubmission } from '#server/review/commands/archive-submission';
import { openPublished } from '#server/review/commands/open-published';
import { publishSubmission } from '#server/review/commands/publish-submission';
import { scheduleSubmission } from '#server/review/commands/schedule-submission';
import { createTestDatabase, type TestDatabase } from '#tests/support/database';
import {
  addAccepted,
  addChoices,
  addEditor,
  addPublished,
  addRevision,
  letter,
  takeToAccepted,
} from '#tests/support/editors';
import { filledFields } from '#tests/support/filled-draft';
import { loadRecords } from '#tests/support/load-records';
import { addOfficer } from '#tests/support/officers';

const now = new Date('2026-11-25T12:00:00Z');
const later = new Date('2026-11-26T12:00:00Z');
const late = { ok: false, reason: 'not-possible' };
const hidden = { ok: false, reason: 'not-found' };
let own: TestDatabase;
let author: Actor;
let colleague: Actor;
let editor: Actor;
let other: Actor;

beforeAll(async () => {
  own = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', own.url);
  author = await addOfficer(own.db, 'author0001');
  colleague = await addOfficer(own.db, 'colleague1');
  editor = await addEditor(own.db, 'editor0001');
  other = await addEditor(own.db, 'editor0002', 'fr');
});

afterAll(async () => {
  const { database } = await import('#server/platform/db');
  await database().$disconnect();
  await own.drop();
  vi.unstubAllEnvs();
});

type Fields = typeof filledFields;
let titles = 0;
/** Every example of a test has a title of its own. */
const titled = (changes: Partial<Fields> = {}): Fields => {
  titles += 1;
  return { ...filledFields, title: `Table of neighbours ${String.fromCharCode(96 + titles)}`, ...changes };
};
const accepted = (fields = titled(), others: readonly Actor[] = []) =>
  addAccepted(own.db, { author, others, editor, fields, now });
const published = (fields = titled(), others: readonly Actor[] = []) =>
  addPublished(own.db, { author, others, editor, fields, now });
const publish = (id: string, more: { actor?: Actor; note?: string; despite?: number; at?: Date } = {}) =>
  publishSubmission(
    {
      ...{ actor: more.actor ?? editor, id, note: more.note ?? '', letter },
      ...{ now: more.at ?? now, despite: more.despite },
    },
    own.db,
  );
const archive = (id: string, actor = editor) =>
  archiveSubmission({ actor, id, because: 'It has ended.', letter, now: later }, own.db);
async function acceptedRevision(practiceId: string, fields: Fields, by = author, basedOn?: number) {
  const id = await addRevision(own.db, { practiceId, author: by, fields, ...(basedOn && { basedOn }) });
  await takeToAccepted(own.db, { id, author: by, editor, now });
  return id;
}
const stateOf = async (id: string) => (await own.db.submission.findUniqueOrThrow({ where: { id } })).state;
const practiceOf = async (id: string) => {
  const { practiceId } = await own.db.submission.findUniqueOrThrow({ where: { id } });
  return own.db.practice.findUniqueOrThrow({
    where: { id: practiceId ?? '' },
    include: {
      ...{ slugs: true, texts: true, events: { orderBy: { id: 'asc' } } },
      ...{ cities: true, topics: true, targetGroups: true, versions: { orderBy: { number: 'asc' } } },
    },
  });
};
/** What readers find, at their next request. */
async function found(title: string) {
  const { readListing } = await import('#server/catalogue/queries/listing');
  const { readSuggestions } = await import('#server/catalogue/queries/suggest');
  const at = new Date();
  const words = title.split(' ').at(-1) ?? '';
  const listing = await readListing({ ...emptyFilter, q: `neighbours ${words}` }, { locale: 'en', now: at });
  const facets = { ...emptyFilter.facets, topic: ['education'] };
  const all = await readListing({ ...emptyFilter, facets }, { locale: 'en', now: at });
  const counted = all.facets.topic.find(({ value }) => value === 'education')?.count;
  const suggestions = await readSuggestions(title, { locale: 'en', now: at });
  return {
    search: listing.cards.some((card) => card.title === title),
    listing: all.total,
    facet: counted,
    suggestions: JSON.stringify(suggestions).includes(title),
  };
}

describe('with a city and topics of its own', () => {
  beforeAll(() => addChoices(own.db));

  test('it is a practice, with everything its author wrote, and one version', async () => {
    const fields = titled({
      ...{ targetGroups: ['newcomers'], years: '2019 onwards', website: 'https://cork.example/table' },
      ...{ evidence: 'A study.', contactOffice: 'Library', contactPublic: 'yes', summary: ' It is so. ' },
    });
    const id = await accepted(fields, [colleague]);
    expect(await publish(id, { note: ' It is new. ' })).toEqual({ ok: true });
    expect(await practiceOf(id)).toMatchObject({
      ...{ status: 'published', country: 'IE', startYear: 2019, endYear: null, ongoing: true },
      ...{ originalLanguage: 'en', provenance: 'city', version: 1, contentVersion: null },
      ...{ publishedAt: now, updatedAt: now, confirmedAt: now, website: 'https://cork.example/table' },
      ...{ contactName: 'Mira', contactOffice: 'Library', contactEmail: 'mira@cork.example' },
      slugs: [{ slug: 'table-of-neighbours-a', current: true }],
      texts: [
        {
          ...{ language: 'en', state: 'approved', approvedBy: 'city', title: fields.title },
          ...{ summary: 'It is so.', purpose: 'To let people meet.', evidence: 'A study.', transfer: null },
        },
      ],
      ...{ cities: [{ cityId: 'cork', position: 0 }], topics: [{ topicId: 'education' }] },
      targetGroups: [{ targetGroupId: 'newcomers' }],
      versions: [{ number: 1, by: editor.id, at: now, submissionId: id, note: 'It is new.' }],
      events: [{ kind: 'published', actor: editor.id, after: { status: 'published', version: 1 } }],
    });
    const mails = await own.db.outboxMail.findMany({
      where: { kind: 'submission-decision', text: { contains: 'table-of-neighbours-a' } },
      orderBy: { to: 'asc' },
    });
    expect(mails.map(({ to }) => to)).toEqual(['author0001@cork.example', 'colleague1@cork.example']);
    expect(mails[0]?.text).toContain('/en/practices/table-of-neighbours-a');
  });

  test('what was published can be begun from again: it gives the fields back', async () => {
    const fields = titled({
      ...{ targetGroups: ['newcomers'], years: '2019–2021', website: 'https://cork.example/table' },
      ...{ transfer: 'One post.', references: '- [A study](https://cork.example/study)' },
      ...{ contactOffice: 'Library', contactPublic: 'yes' },
    });
    const { practiceId } = await published(fields);
    const rows: { content: unknown }[] = await own.db
      .$queryRaw`select practice_content(${practiceId}) as content`;
    expect(fieldsOfContent(PracticeContent.parse(rows[0]?.content))).toEqual({ ...fields, agreed: '' });
  });

  test('a contact that is not to be shown is in no column and in no version', async () => {
    const { id } = await published();
    const practice = await practiceOf(id);
    expect(practice).toMatchObject({ contactName: null, contactOffice: null, contactEmail: null });
    expect(JSON.stringify(practice.versions)).not.toContain('mira@cork.example');
  });

  test('readers find it at the next request, and no more once it is archived', async () => {
    const fields = titled({ title: 'Neighbours cook zucchini' });
    await published();
    const before = await found(fields.title);
    expect(before).toMatchObject({ search: false, suggestions: false });
    const { id } = await published(fields);
    expect(await found(fields.title)).toEqual({
      ...{ search: true, suggestions: true },
      ...{ listing: before.listing + 1, facet: before.listing + 1 },
    });
    expect(await archiveSubmission({ actor: editor, id, because: ' ', letter, now }, own.db)).toEqual({
      ...{ ok: false, reason: 'no-reasons' },
    });
    expect(await archive(id)).toEqual({ ok: true });
    expect(await archive(id), 'a double click is once').toEqual({ ok: true });
    expect(await found(fields.title)).toEqual(before);
    expect(await practiceOf(id)).toMatchObject({
      ...{ status: 'archived', archivedAt: later, archivedBecause: 'It has ended.' },
      events: [{ kind: 'published' }, { kind: 'archived', actor: editor.id }],
    });
    expect(await republishSubmission({ actor: other, id, now: later }, own.db)).toEqual({ ok: true });
    expect((await found(fields.title)).listing).toBe(before.listing + 1);
    expect(await practiceOf(id)).toMatchObject({
      ...{ status: 'published', archivedAt: null, archivedBecause: null, publishedAt: now },
      versions: [{ number: 1 }],
    });
  });

  test('twice at once is once: one practice, one version, one mail', async () => {
    const id = await accepted();
    const count = await own.db.practice.count();
    expect(await Promise.all([publish(id), publish(id), publish(id)])).toEqual([
      ...[{ ok: true }, { ok: true }, { ok: true }],
    ]);
    expect(await own.db.practice.count()).toBe(count + 1);
    const practice = await practiceOf(id);
    expect(practice.versions).toHaveLength(1);
    expect(practice.events).toHaveLength(1);
  });

  test('authors, and editors among the authors, publish nothing', async () => {
    const id = await accepted();
    const member = { ...author, roles: ['officer', 'editor'] as const, hasSecondFactor: true };
    for (const actor of [author, colleague, member, { ...editor, hasSecondFactor: false }])
      expect(await publish(id, { actor })).toEqual(hidden);
    expect(await publish(id, { actor: other }), 'another than who accepted').toEqual({ ok: true });
    const { id: draft } = await own.db.submission.create({ data: { id: 'draft00001' } });
    expect(await publish(draft)).toEqual(hidden);
  });

  test('ten of one name at once have ten addresses', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 10; i += 1) ids.push(await accepted(titled({ title: 'One name' })));
    const results = await Promise.all(ids.map((id) => publish(id)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const slugs = await Promise.all(ids.map(async (id) => (await practiceOf(id)).slugs[0]?.slug));
    expect(slugs.sort()).toEqual(
      ['one-name', ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `one-name-${number}`)].sort(),
    );
  });

  test.each([
    ['Мова міста', { language: 'uk' }, 'cork-2019'],
    ['لغات المدينة', { language: 'ar' }, 'cork-2019-2'],
    ['Γειτονιά μας', { language: 'el', years: '2021' }, 'cork-2021'],
  ])('%s has an address made of its city and year', async (title, changes, slug) => {
    const { id } = await published(titled({ title, ...changes }));
    expect((await practiceOf(id)).slugs).toMatchObject([{ slug }]);
  });

  describe('a revision', () => {
    test('takes the place of what was published, under the same address', async () => {
      const first = await published(titled(), [colleague]);
      await own.db.practiceText.createMany({
        data: [
          { practiceId: first.practiceId, language: 'fr', title: 'Table', state: 'approved' },
          { practiceId: first.practiceId, language: 'sq', title: 'Tryezë', state: 'outdated', madeFrom: 1 },
        ],
      });
      const before = await practiceOf(first.id);
      const id = await acceptedRevision(first.practiceId, titled({ title: 'Renamed', impact: 'All came.' }));
      expect(await stateOf(first.id), 'the published one stays until then').toBe('published');
      expect(await publish(id, { at: later })).toEqual({ ok: true });
      expect([await stateOf(first.id), await stateOf(id)]).toEqual(['replaced', 'published']);
      const after = await practiceOf(id);
      expect(after).toMatchObject({
        ...{ id: first.practiceId, version: 2, publishedAt: now, updatedAt: later, confirmedAt: later },
        slugs: before.slugs,
        versions: [{ number: 1 }, { number: 2, submissionId: id }],
        events: [
          { kind: 'published' },
          { kind: 'revised', before: { version: 1 }, after: { version: 2 } },
          { kind: 'translation-outdated', actor: 'site', data: { language: 'fr', version: 2 } },
        ],
      });
      const states = Object.fromEntries(after.texts.map(({ language, state }) => [language, state]));
      expect(states).toEqual({ en: 'approved', fr: 'outdated', sq: 'outdated' });
      expect(after.texts.find(({ language }) => language === 'en')).toMatchObject({ title: 'Renamed' });
      const told = await own.db.outboxMail.findMany({ where: { kind: 'revision-published' } });
      expect(told.map(({ to }) => to)).toEqual(['colleague1@cork.example']);
    });

    test('that changes no word leaves other languages as they are', async () => {
      const fields = titled();
      const { practiceId } = await published(fields);
      await own.db.practiceText.create({ data: { practiceId, language: 'fr', title: 'Table' } });
      const id = await acceptedRevision(practiceId, { ...fields, years: '2020' });
      expect(await publish(id)).toEqual({ ok: true });
      const { texts, startYear } = await practiceOf(id);
      expect(startYear).toBe(2020);
      expect(texts.map(({ state }) => state)).toEqual(['approved', 'approved']);
    });

    test('in another language has its text as the original; the former becomes a translation that is out of date', async () => {
      const { practiceId } = await published();
      const id = await acceptedRevision(practiceId, titled({ language: 'fr' }));
      expect(await publish(id)).toEqual({ ok: true });
      const practice = await practiceOf(id);
      expect(practice.originalLanguage).toBe('fr');
      expect(Object.fromEntries(practice.texts.map(({ language, state }) => [language, state]))).toEqual({
        en: 'outdated',
        fr: 'approved',
      });
    });

    test('that another version overtook is published only by who saw that one', async () => {
      const { practiceId } = await published();
      const id = await acceptedRevision(practiceId, titled({ title: 'Overtaken' }));
      await own.db.$executeRaw`select keep_versions(${[practiceId]}, 'content', ${now})`;
      expect(await publish(id)).toEqual({ ok: false, reason: 'overtaken', version: 2 });
      expect(await stateOf(id)).toBe('accepted');
      expect(await publish(id, { despite: 1 })).toEqual({ ok: false, reason: 'overtaken', version: 2 });
      expect(await publish(id, { despite: 2 })).toEqual({ ok: true });
      expect((await practiceOf(id)).versions).toHaveLength(3);
    });

    test('published while what it revises is archived or put back: both are done, one after the other', async () => {
      for (let round = 0; round < 8; round += 1) {
        const first = await published();
        if (round % 2) await archive(first.id);
        const id = await acceptedRevision(first.practiceId, titled());
        const turn =
          round % 2
            ? republishSubmission({ actor: other, id: first.id, now: later }, own.db)
            : archive(first.id, other);
        const [revised, turned] = await Promise.all([publish(id), turn]);
        expect(revised).toEqual({ ok: true });
        expect([{ ok: true }, late]).toContainEqual(turned);
        expect([await stateOf(first.id), await stateOf(id)]).toEqual(['replaced', 'published']);
        expect(await practiceOf(id)).toMatchObject({ status: 'published', archivedBecause: null });
      }
    });
  });

  describe('what has gone meanwhile', () => {
    test('keeps it from being published, with what is missing', async () => {
      const id = await accepted();
      await own.db.submission.update({
        where: { id },
        data: { fields: { ...titled(), topics: ['education', 'never-there'], cities: [] } },
      });
      expect(await publish(id)).toEqual({
        ...{ ok: false, reason: 'incomplete' },
        problems: [
          { field: 'topics', reason: 'unknown-choice' },
          { field: 'agreed', reason: 'missing' },
        ],
      });
      expect(await stateOf(id)).toBe('accepted');
    });

    test('what is due is published by the site, once, by whichever instance', async () => {
      const id = await accepted(titled({ title: 'Due on Thursday' }));
      const put = scheduleSubmission({ actor: editor, id, publishAt: later, now }, own.db);
      expect(await put).toEqual({ ok: true });
      expect(await publishDue(now, own.db)).toEqual({ published: [], stopped: [] });
      const done = await Promise.all([publishDue(later, own.db), publishDue(later, own.db)]);
      expect(done.flatMap((one) => one.published)).toEqual([id]);
      expect(await practiceOf(id)).toMatchObject({
        ...{ publishedAt: later, events: [{ kind: 'published', actor: 'site' }] },
        versions: [{ by: 'site' }],
      });
      const [mail] = await own.db.outboxMail.findMany({
        where: { kind: 'submission-decision', text: { contains: 'due-on-thursday' } },
      });
      expect(mail?.subject).toMatch(/^IC-2026-\d+ – “Due on Thursday” is published$/);
    });

    test('by an editor and by the site at once, it is published once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const id = await accepted();
        await scheduleSubmission({ actor: editor, id, publishAt: later, now }, own.db);
        const [byEditor, bySite] = await Promise.all([publish(id, { at: later }), publishDue(later, own.db)]);
        expect([byEditor.ok, bySite.published.includes(id)].sort()).toEqual([false, true]);
        const { versions, events } = await practiceOf(id);
        expect([versions.length, events.length]).toEqual([1, 1]);
      }
    });

    test('what is due and cannot be published goes back to the editors, and is not tried again', async () => {
      const id = await accepted(titled({ title: 'Due in vain' }));
      await scheduleSubmission({ actor: editor, id, publishAt: later, now }, own.db);
      const { fields } = await own.db.submission.findUniqueOrThrow({ where: { id } });
      await own.db.submission.update({
        where: { id },
        data: { fields: { ...Object(fields), topics: ['no'] } },
      });
      expect(await publishDue(later, own.db)).toEqual({ published: [], stopped: [id] });
      expect(await publishDue(later, own.db)).toEqual({ published: [], stopped: [] });
      expect(await own.db.submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
        ...{ state: 'in_review', publishAt: null, claimedBy: null },
      });
      const told = await own.db.outboxMail.findMany({
        where: { kind: 'publication-stopped', text: { contains: id } },
        orderBy: { to: 'asc' },
      });
      expect(told.map(({ to }) => to)).toEqual([
        'editor0001@catalogue.example',
        'editor0002@catalogue.example',
      ]);
      const last = await own.db.submissionEvent.findFirst({
        where: { submissionId: id },
        orderBy: { id: 'desc' },
      });
      expect(last).toMatchObject({ kind: 'reconsidered', actor: 'site', data: { why: 'incomplete' } });
    });
  });
});

describe('a practice that was loaded from files', () => {
  const slug = 'a-welcoming-app';
  let practiceId: string;
  beforeAll(async () => {
    await loadRecords(own.db, (practice) => practice.slug === slug);
    ({ practiceId } = await own.db.practiceSlug.findUniqueOrThrow({ where: { slug } }));
  });

  test('is opened once, as it stands, by whoever looks after it', async () => {
    const open = (actor: Actor) => openPublished({ actor, practiceId, now }, own.db);
    expect(await open(author)).toEqual(hidden);
    expect(await openPublished({ actor: editor, practiceId: 'nothing000', now }, own.db)).toEqual(hidden);
    const results = await Promise.all([open(editor), open(other), open(editor)]);
    const ids = new Set(results.map((result) => (result.ok ? result.id : result.reason)));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    const opened = await own.db.submission.findUniqueOrThrow({ where: { id }, include: { members: true } });
    expect(opened).toMatchObject({ state: 'published', practiceId, members: [], reference: null });
    expect(Object(opened.fields).cities).toHaveLength(9);
    expect(Object(opened.fields).title).not.toBe('');
    expect(await archive(id)).toEqual({ ok: true });
    expect(await republishSubmission({ actor: editor, id, now: later }, own.db)).toEqual({ ok: true });
  });

  test('once it was revised on the site, a load leaves it alone', async () => {
    const { cities } = await own.db.practice.findUniqueOrThrow({
      where: { id: practiceId },
      include: { cities: { include: { city: true } } },
    });
    const [place] = cities;
    const fields = titled({ title: 'As the city tells it', country: place?.city.country ?? '' });
    const known = { ...fields, cities: [place?.cityId ?? ''], topics: ['education'] };
    const id = await addRevision(own.db, { practiceId, author, fields: known });
    await own.db.submission.update({
      where: { id },
      data: { state: 'accepted', fields: { ...known, agreed: 'yes' } },
    });
    expect(await publish(id)).toEqual({ ok: true });
    const read = await readContent('content');
    if (!read.ok) throw new Error('no content');
    const practices = read.content.practices
      .filter((practice) => practice.slug === slug)
      .map((practice) => ({
        ...practice,
        texts: practice.texts.map((text) => ({ ...text, source: `${text.source} ` })),
      }));
    const load = await loadContent({ db: own.db, content: { ...read.content, practices }, now: later });
    expect(load.ok && load.report.editedOnSite).toEqual([slug]);
    const practice = await practiceOf(id);
    expect(practice).toMatchObject({ provenance: 'city', sourcesReadOn: null, updatedAt: now });
    expect(practice.texts.find(({ language }) => language === 'en')?.title).toBe('As the city tells it');
    expect(practice.slugs).toMatchObject([{ slug }]);
  });
});
