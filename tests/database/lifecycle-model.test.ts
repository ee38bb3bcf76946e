import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#domain/actor';
import { eventOf, moveEvents, nextState, submissionStates, verbs } from '#domain/lifecycle';
import { drawId } from '#lib/draw-id';
import type { Database } from '#server/platform/db';
import { publishDue } from '#server/practices/commands/publish-due';
import { createTestDatabase } from '#tests/support/database';
import { addChoices, addEditor, addRevision } from '#tests/support/editors';
import { addDraft, filledFields } from '#tests/support/filled-draft';
import { commands, overtake, publishTime, spoil } from '#tests/support/lifecycle-deeds';
import { chooseAttempt, Draw } from '#tests/support/lifecycle-draws';
import {
  type Attempt,
  deeds,
  judge,
  type Line,
  newExpected,
  perform,
  performDue,
  verdictNames,
} from '#tests/support/lifecycle-model';
import { addOfficer } from '#tests/support/officers';

const steps = 10_000;
/** Each in a database of its own, side by side. */
const lanes = 4;
const linesOfALane = 6;
const began = new Date('2026-11-25T12:00:00Z');
const hour = 3_600_000;

const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

async function addPeople(db: Database) {
  const author = await addOfficer(db, 'author0001');
  const colleague = await addOfficer(db, 'colleague1');
  const stranger = await addOfficer(db, 'stranger01');
  const translator: Actor = { ...(await addOfficer(db, 'translate1')), roles: ['translator'] };
  const editors = [await addEditor(db, 'editor0001'), await addEditor(db, 'editor0002')];
  const writingEditor = await addEditor(db, 'editor0003');
  const bareEditor = { ...(await addEditor(db, 'editor0004')), hasSecondFactor: false };
  const all = [author, colleague, stranger, translator, ...editors, writingEditor, bareEditor];
  return { author, colleague, writingEditor, all };
}
type People = Awaited<ReturnType<typeof addPeople>>;

/** Drafts of an author and a colleague; every fifth is an editor's own. */
async function addLines(db: Database, { author, colleague, writingEditor }: People): Promise<Line[]> {
  const lines: Line[] = [];
  for (let number = 0; number < linesOfALane; number += 1) {
    const writer = number % 5 ? author : writingEditor;
    const fields = { ...filledFields, title: `Line of neighbours ${number}`, agreed: 'yes' };
    const id = await addDraft(db, { id: drawId(), author: writer, others: [colleague], fields });
    const first = newExpected(id, [writer.id, colleague.id], null);
    lines.push({ practiceId: null, status: 'none', versions: 0, submissions: [first] });
  }
  return lines;
}

/** Does it on the database and in the model; what the two disagree about. */
async function attempt(db: Database, lines: Line[], tried: Attempt): Promise<string | null> {
  const { deed, actor, submission, now } = tried;
  const verdict = judge(tried);
  let answer: string = verdict;
  if (deed === 'site') {
    const done = await publishDue(now, db);
    const due = performDue(lines, now);
    const sorted = (one: typeof due) => JSON.stringify([one.published.sort(), one.stopped.sort()]);
    return sorted(done) === sorted(due) ? null : `the site did ${sorted(done)}, not ${sorted(due)}`;
  }
  if (deed === 'revise' || deed === 'overtake' || deed === 'spoil') {
    if (verdict === 'ok') await prepare(db, tried);
  } else {
    const result = await commands[deed](db, tried);
    answer = result.ok ? 'ok' : (result.reason ?? 'no reason');
  }
  if (verdict === 'ok') {
    perform(tried);
    if (deed === 'schedule') submission.publishAt = publishTime(now);
  }
  const told = verdict === 'again' ? 'ok' : verdict;
  return answer === told ? null : `${actor.id} ${deed} in ${submission.state}: ${answer}, not ${verdict}`;
}

async function prepare(db: Database, { deed, actor, line, submission, now }: Attempt): Promise<void> {
  const { practiceId } = line;
  if (deed === 'spoil') return spoil(db, submission.id);
  if (!practiceId) throw new Error('nothing is published');
  if (deed === 'overtake') return overtake(db, practiceId, now);
  const fields = { ...filledFields, title: `Revision of neighbours ${now.getTime()}` };
  const id = await addRevision(db, { practiceId, author: actor, fields });
  line.submissions.push(newExpected(id, [actor.id], line.versions));
}

const Rows = z.array(
  z.object({
    id: z.string(),
    state: z.enum(submissionStates),
    claimed_by: z.string().nullable(),
    declined_by: z.string().nullable(),
    publish_at: z.coerce.date().nullable(),
    practice_id: z.string().nullable(),
    status: z.string().nullable(),
    versions: z.number(),
  }),
);

/** How the rows differ from the model, all submissions looked at: a deed touches no other. */
async function compare(db: Database, lines: readonly Line[]): Promise<string | null> {
  const rows = Rows.parse(
    await db.$queryRaw`
      select s.id, s.state::text, s.claimed_by, s.declined_by, s.publish_at, s.practice_id, p.status::text,
        (select count(*)::int from practice_version v where v.practice_id = s.practice_id) as versions
      from submission s left join practice p on p.id = s.practice_id`,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const line of lines) {
    for (const expected of line.submissions) {
      const row = found.get(expected.id);
      const own = [expected.state, expected.claimedBy, expected.declinedBy, expected.publishAt];
      const theirs = [row?.state, row?.claimed_by, row?.declined_by, row?.publish_at];
      if (JSON.stringify(own) !== JSON.stringify(theirs))
        return `${expected.id} is ${JSON.stringify(theirs)}, not ${JSON.stringify(own)}`;
      if (line.versions > 0) line.practiceId ??= row?.practice_id ?? null;
      if (row && row.practice_id !== line.practiceId) return `${expected.id} belongs to ${row.practice_id}`;
      if (row?.practice_id && (row.status !== line.status || row.versions !== line.versions))
        return `practice ${row.practice_id} is ${row.status} in ${row.versions} versions`;
    }
    if (line.submissions.filter(({ state }) => state === 'published').length > 1) return 'two are published';
  }
  return rows.length === lines.flatMap(({ submissions }) => submissions).length ? null : 'rows too many';
}

/** Whether the history tells exactly the moves, each beginning where the one before ended, as the table has it. */
async function readHistory(db: Database, lines: readonly Line[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { submissions } of lines) {
    for (const { id, moves, state } of submissions) {
      const rows = await db.submissionEvent.findMany({
        where: { submissionId: id, kind: { in: [...moveEvents] } },
        orderBy: { id: 'asc' },
      });
      const told = rows.map(({ kind, actor, before, after }) => ({
        ...{ kind, actor, before: Object(before).state, after: Object(after).state },
      }));
      if (JSON.stringify(told) !== JSON.stringify(moves)) wrong.push(`${id} tells ${JSON.stringify(told)}`);
      let at: string = 'draft';
      for (const { kind, before, after } of told) {
        const verb = verbs.find((one) => eventOf(one) === kind);
        if (before !== at || !verb || nextState(before, verb) !== after)
          wrong.push(`${id}: ${kind} from ${before} to ${after}, at ${at}`);
        at = after;
      }
      if (at !== state) wrong.push(`${id} ends in ${at}, and is in ${state}`);
    }
  }
  return wrong;
}

type Lane = { counts: Map<string, number>; wrong: string[] };

/** One lane: how often each deed was done and each other answer given, and what was wrong. */
async function run(seed: number): Promise<Lane> {
  const { db, drop } = await createTestDatabase();
  try {
    await addChoices(db);
    const people = await addPeople(db);
    const lines = await addLines(db, people);
    const counts = new Map<string, number>();
    for (const [step, draw] of fc.sample(Draw, { numRuns: steps / lanes, seed }).entries()) {
      const now = new Date(began.getTime() + step * hour);
      const tried = chooseAttempt({ lines, people: people.all, now }, draw);
      const verdict = judge(tried);
      const wrong = (await attempt(db, lines, tried)) ?? (await compare(db, lines));
      if (wrong) return { counts, wrong: [`seed ${seed}, step ${step}, ${tried.deed}: ${wrong}`] };
      count(counts, verdict === 'ok' ? tried.deed : verdict);
    }
    return { counts, wrong: await readHistory(db, lines) };
  } finally {
    await drop();
  }
}

test(`${steps} deeds of eight people and of the site: rows, table, permissions and history agree`, {
  timeout: 480_000,
}, async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none');
  const results = await Promise.all(Array.from({ length: lanes }, (_, lane) => run(1_000 + lane)));
  expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
  const names = [...deeds, ...verdictNames.filter((name) => name !== 'ok')];
  const total = (name: string) => results.reduce((sum, { counts }) => sum + (counts.get(name) ?? 0), 0);
  const totals = names.map((name) => `${name} ${total(name)}`);
  expect(names.reduce((sum, name) => sum + total(name), 0)).toBe(steps);
  expect(
    names.filter((name) => total(name) < 20),
    totals.join(', '),
  ).toEqual([]);
});
