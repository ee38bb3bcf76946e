import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#domain/actor';
import { site } from '#domain/actor';
import { criteria } from '#domain/review-criteria';
import { eventSentence } from '#i18n/event-sentence';
import { formatList } from '#i18n/format';
import { drawId } from '#lib/draw-id';
import { verifyStory } from '#server/audit/queries';
import { askOpinion } from '#server/opinions/commands/ask-opinion';
import { giveOpinion } from '#server/opinions/commands/give-opinion';
import { publishDue } from '#server/practices/commands/publish-due';
import { appendPracticeEvent } from '#server/practices/events/practice';
import { addComment } from '#server/review/commands/add-comment';
import { archiveSubmission } from '#server/review/commands/archive-submission';
import { claimSubmission } from '#server/review/commands/claim-submission';
import { acceptSubmission, requestChanges } from '#server/review/commands/decide-submission';
import { saveChecks } from '#server/review/commands/save-checks';
import { scheduleSubmission } from '#server/review/commands/schedule-submission';
import { setDueDate } from '#server/review/commands/set-due-date';
import { setPlaces } from '#server/review/commands/set-places';
import { readWholeStory } from '#server/review/queries/story';
import { sendSubmission } from '#server/submissions/commands/send-submission';
import { readStanding } from '#server/submissions/queries/standing';
import { openAccountDatabase } from '#tests/support/account-database';
import { addChoices, addEditor, letter } from '#tests/support/editors';
import { addDraft, filledFields, knownInTest } from '#tests/support/filled-draft';
import { addOfficer } from '#tests/support/officers';

const moment = (text: string) => new Date(`2026-11-${text}:00Z`);
let own: Awaited<ReturnType<typeof openAccountDatabase>>;
let author: Actor;
let ana: Actor;
let ben: Actor;
let id: string;

/** An example that is sent twice, asked about, published at its time, and archived. */
beforeAll(async () => {
  own = await openAccountDatabase();
  const { db } = own;
  await addChoices(db);
  await db.city.create({
    data: {
      ...{ id: 'limerick', country: 'IE', placeType: 'city', latitude: 52.7, longitude: -8.6 },
      names: {
        create: [
          { language: 'en', name: 'Limerick' },
          { language: 'fr', name: 'Limerick-sur-Shannon' },
        ],
      },
    },
  });
  author = await addOfficer(db, 'author0001');
  [ana, ben] = [await addEditor(db, 'editorana1'), await addEditor(db, 'editorben1')];
  id = await addDraft(db, { id: drawId(), author });
  const send = (now: Date) =>
    sendSubmission({ actor: author, id, agreed: true, known: knownInTest, now }, db);
  const all = { actor: ana, id };
  const done: { ok: boolean }[] = [
    await send(moment('20T08:00')),
    await claimSubmission({ ...all, now: moment('20T09:00') }, db),
  ];
  for (const place of ['title', 'purpose', 'purpose'] as const)
    done.push(
      await addComment(
        { ...all, place, text: `About ${place} ${done.length}`, suggestion: '', now: moment('20T09:10') },
        db,
      ),
    );
  done.push(
    await requestChanges({ ...all, letter, now: moment('20T10:00') }, db),
    await send(moment('21T08:00')),
    await claimSubmission({ actor: ben, id, now: moment('21T08:30') }, db),
    await claimSubmission({ ...all, from: ben.id, now: moment('21T09:00') }, db),
    await setDueDate({ ...all, dueOn: new Date('2026-12-24'), now: moment('21T09:01') }, db),
    await askOpinion(
      {
        ...all,
        by: 'Ana',
        name: 'Nora',
        email: 'nora@university.example',
        locale: 'en',
        question: 'Is it new?',
        days: 14,
        now: moment('21T09:02'),
      },
      db,
    ),
  );
  const { text } = await db.outboxMail.findFirstOrThrow({ where: { kind: 'opinion-asked' } });
  const token = /\/opinions\/([\w-]{43})/.exec(text)?.[1] ?? '';
  const given = { verdict: 'advise_against', words: 'It is not new.', name: 'Nora Lind' } as const;
  const { version } = await db.submission.findUniqueOrThrow({ where: { id } });
  const met = { verdict: 'met', note: '' } as const;
  const checks = { aim: met, city: met, evidence: met, plain: met, transferable: met };
  done.push(
    await giveOpinion({ token, given, now: moment('21T09:03') }, db),
    await setPlaces({ ...all, cities: ['cork', 'limerick'], seen: version, now: moment('21T09:04') }, db),
    await saveChecks({ ...all, checks, seen: 0, now: moment('21T09:05') }, db),
    await acceptSubmission({ ...all, letter, now: moment('21T10:00') }, db),
    await scheduleSubmission({ ...all, publishAt: moment('22T06:00'), now: moment('21T10:01') }, db),
  );
  const { published } = await publishDue(moment('22T06:00'), db);
  const because = 'The city asked for it.';
  done.push(
    { ok: published.length === 1 },
    await archiveSubmission({ ...all, because, letter, now: moment('23T08:00') }, db),
  );
  expect(done.map(({ ok }) => ok)).toEqual(done.map(() => true));
});
afterAll(() => own.end());

async function tell(locale: 'en' | 'fr' = 'en', reader = ben) {
  const story = await readWholeStory({ actor: reader, id, locale }, own.db);
  return story?.days.flatMap(({ events }) => events.map((event) => eventSentence(event, locale))) ?? null;
}

test('the whole story is told in order, with names, numbers, and what was before', async () => {
  const [editorAna, editorBen] = ['Editor editorana1', 'Editor editorben1'];
  const { name } = await own.db.account.findUniqueOrThrow({ where: { id: author.id } });
  const mira = name || 'author0001@cork.example';
  const judged = [
    'An intercultural aim',
    'The city did it',
    'What happened, and how you know',
    'Plain words',
    'Another city could do it',
  ];
  const told = await tell();
  expect(criteria).toHaveLength(judged.length);
  expect(told).toEqual([
    expect.stringMatching(/ sent it$/),
    `${editorAna} began to read it`,
    `${editorAna} wrote 3 comments: Title and Purpose`,
    `${editorAna} asked for changes: 3 comments`,
    expect.stringMatching(/ sent it a second time$/),
    `${editorBen} began to read it`,
    `${editorAna} took it over from ${editorBen}`,
    expect.stringMatching(
      new RegExp(`^${editorAna} (?:moved|set) the day of the answer .*24 December 2026$`),
    ),
    `${editorAna} asked Nora for an opinion`,
    `Nora Lind, asked by ${editorAna}, advised against it`,
    `${editorAna} changed the places from Cork to Cork and Limerick`,
    `${editorAna} judged it: ${formatList(
      judged.map((criterion) => `“${criterion}”: Met`),
      'en',
    )}`,
    `${editorAna} accepted it`,
    `${editorAna} planned to have it published on 22 November 2026 at 06:00`,
    'The site published it as planned, as version 1',
    `${editorAna} took it out of the catalogue`,
  ]);
  expect(told?.[0]).toBe(`${mira} sent it`);
});

test('it stands by days, with the letters as they were sent and what people wrote', async () => {
  const story = await readWholeStory({ actor: ana, id, locale: 'fr' }, own.db);
  expect(story?.title).toBe(filledFields.title);
  expect(story?.days.map(({ day }) => day.getUTCDate())).toEqual([20, 21, 22, 23]);
  const events = story?.days.flatMap((day) => day.events) ?? [];
  const of = (kind: string) => events.find((event) => event.kind === kind);
  expect(of('changes-requested')?.facts.letter).toEqual(letter);
  expect(of('archived')?.facts.words).toBe('The city asked for it.');
  expect(of('opinion-given')).toMatchObject({ by: { as: 'outside' }, facts: { words: 'It is not new.' } });
  expect(of('sent')?.by.as).toBe('author');
  expect((await tell('fr'))?.join('\n')).toContain('les lieux Cork par Cork et Limerick-sur-Shannon');
});

test('what happened to the practice besides is told as well', async () => {
  const { practiceId } = await own.db.submission.findUniqueOrThrow({ where: { id } });
  if (!practiceId) throw new Error('no practice');
  const event = { practiceId, at: moment('24T08:00') };
  await own.db.$transaction((tx) =>
    appendPracticeEvent(tx, [
      { ...event, actor: author.id, kind: 'confirmed' },
      { ...event, actor: ben.id, kind: 'adopted', data: { adoption: 'adoption01', city: 'limerick' } },
      {
        ...event,
        actor: site.id,
        kind: 'revised',
        after: { version: 2 },
        data: { submission: 'another001' },
      },
    ]),
  );
  expect((await tell())?.slice(-3)).toEqual([
    expect.stringMatching(/ confirmed for the city that it is still as it says$/),
    'Editor editorben1 confirmed that Limerick repeats it',
    'The site published version 2 of the example',
  ]);
});

test('nobody but an editor who does not write in it reads it', async () => {
  for (const reader of [author, { ...ana, hasSecondFactor: false }, await addOfficer(own.db, 'stranger01')])
    expect(await tell('en', reader)).toBeNull();
});

test('its writers read their part of it, without the names of editors and what those keep to themselves', async () => {
  const standing = await readStanding({ actor: author, id, locale: 'en' }, own.db);
  const told = standing?.history.map((event) => eventSentence(event, 'en')) ?? [];
  expect(told.slice(1, 6)).toEqual([
    'An editor began to read it',
    'An editor asked for changes: 3 comments',
    expect.stringMatching(/ sent it a second time$/),
    'An editor began to read it',
    'An editor began to read it',
  ]);
  expect(told).toContain('An editor changed the places from Cork to Cork and Limerick');
  expect(JSON.stringify(standing?.history)).not.toMatch(/Editor editor|Nora|not new|judged/);
  expect(standing?.decision).toEqual({ letter: letter.text, reasons: 'The city asked for it.' });
});

test('a changed event, or one whose link is gone, is found', async () => {
  const { practiceId } = await own.db.submission.findUniqueOrThrow({ where: { id } });
  const story = { submissionId: id, practiceId };
  const count =
    (await own.db.submissionEvent.count({ where: { submissionId: id } })) +
    (await own.db.practiceEvent.count({ where: { practiceId: practiceId ?? '' } }));
  expect(await verifyStory(story, own.db)).toEqual({ ok: true, count });
  const { id: eventId } = await own.db.submissionEvent.findFirstOrThrow({
    where: { submissionId: id, kind: 'accepted' },
  });
  const superuser = new pg.Client(own.url);
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  await superuser.query(`update submission_event set actor = 'nobody0001' where id = $1`, [eventId]);
  expect(await verifyStory(story, own.db)).toEqual({ ok: false, source: 'submission', eventId });
  await superuser.query(`update submission_event set actor = $2 where id = $1`, [eventId, ana.id]);
  await superuser.query(`delete from audit_link where source = 'submission' and event_id = $1`, [eventId]);
  await superuser.end();
  expect(await verifyStory(story, own.db)).toMatchObject({ ok: false });
});
