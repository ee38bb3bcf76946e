import type pg from 'pg';
import type { SubmissionState } from '#domain/lifecycle';
import { revisableSlug } from '#tests/support/crawl-catalogue';
import { sendForm } from '#tests/support/send-form';
import { addSentExample } from '#tests/support/sent-example';
import { addDraft } from '#tests/support/submissions';
import { tokenIn } from '#tests/support/token-in-mail';
import { italian, portuguese } from '#tests/support/typed-texts';

export type Person = { id: string; cookie: string };
/** Where the scene is set, and who is on it; `other` is a second editor. */
export type Stage = { pool: pg.Pool; origin: string; author: Person; editor: Person; other: Person };

/** A draft that two people write in. */
export async function addWritten({ pool, author, other }: Stage): Promise<string> {
  const id = await addDraft(author.id);
  await pool.query('update submission set fields = $2, version = version + 1 where id = $1', [
    id,
    JSON.stringify(portuguese),
  ]);
  const columns = 'submission_id, account_id, is_author';
  await pool.query(`insert into submission_member (${columns}) values ($1, $2, false)`, [id, other.id]);
  return id;
}

/** One that was sent in every state that the pages tell apart. */
export async function addSent({ pool, author, editor, other }: Stage) {
  const add = (state: SubmissionState, more: Partial<Parameters<typeof addSentExample>[0]> = {}) =>
    addSentExample({ author: author.id, state, fields: portuguese, ...more });
  const mine = { claimedBy: editor.id };
  const examples = {
    reviewed: await add('in_review', {
      ...mine,
      fields: { ...portuguese, purpose: 'Para que se conheçam.' },
    }),
    asked: await add('in_review', { ...mine, fields: { ...portuguese, purpose: 'Para que se conheçam.' } }),
    sent: await add('submitted', { dueIn: -2 }),
    declined: await add('in_review', { claimedBy: other.id }),
    appealed: await add('in_review', { claimedBy: other.id }),
    accepted: await add('accepted', mine),
    scheduled: await add('accepted', mine),
    withdrawn: await add('withdrawn'),
  };
  // Sent once more, with other words.
  const revised = [
    [examples.reviewed, examples.asked],
    JSON.stringify({ purpose: portuguese.purpose, topics: [] }),
  ];
  await pool.query('update submission set fields = fields || $2::jsonb where id = any($1)', revised);
  await pool.query(
    `insert into submission_sent (submission_id, number, at, sent_by, fields, files)
      select submission_id, 2, now(), sent_by, fields || $2::jsonb, files from submission_sent where submission_id = any($1)`,
    revised,
  );
  return examples;
}

type Examples = Awaited<ReturnType<typeof addSent>>;

/** Everything that editors do with examples and that their authors answer. */
export async function askOnce(
  { pool, origin, author, editor, other }: Stage,
  examples: Examples,
): Promise<void> {
  const review = (id: string, verb: string, values: Record<string, string>, by = editor) =>
    sendForm(`${origin}/en/review/${id}/${verb}`, by.cookie, values);
  const letter = { subject: 'Il vostro esempio', text: italian.letter };
  const { comment: text, suggestion, note, question, because } = italian;
  for (const id of [examples.reviewed, examples.asked]) {
    await review(id, 'comments/add', { place: 'purpose', text });
    await review(id, 'comments/add', { place: 'summary', text, suggestion });
    await review(id, 'check', { seen: '0', 'aim-verdict': 'not', 'aim-note': note });
  }
  await review(examples.reviewed, 'due', { dueOn: '2100-01-01' });
  for (const name of ['nora', 'noam'])
    await review(examples.reviewed, 'opinions/ask', {
      name,
      email: `${name}@expert.example`,
      question,
      days: '14',
    });
  await review(examples.asked, 'request-changes', letter);
  for (const id of [examples.declined, examples.appealed])
    await review(id, 'decline', { ...letter, reasons: because }, other);
  await review(examples.scheduled, 'schedule', { day: '2100-01-01', time: '20:30' });
  const own = (id: string, verb: string, values: Record<string, string>) =>
    sendForm(`${origin}/en/submissions/${id}/${verb}`, author.cookie, values);
  await own(examples.appealed, 'appeal', { words: text });
  const threads = await pool.query('select id from review_comment where submission_id = $1', [
    examples.asked,
  ]);
  const thread = String(threads.rows[0].id);
  await own(examples.asked, 'answer', { at: 'sent', [`answer-${thread}`]: text, talk: `reply-${thread}` });
  const signed = await tokenIn(pool, 'opinions', 'noam@expert.example');
  const opinion = { verdict: 'ask', words: italian.opinion, name: 'Noam' };
  await sendForm(`${origin}/en/opinions/${signed}/give`, '', opinion);
  await sendForm(`${origin}/en/people/invite`, editor.cookie, {
    ...{ email: 'invited@city.example', role: 'officer', cities: 'bergen', language: 'en' },
  });
}

/** A filled template, of which one part is not understood. */
export async function importOne({ origin, author }: Stage): Promise<string> {
  const form = new FormData();
  const text = `## Title\n\n${portuguese.title}\n\n## Purpose\n\n${portuguese.purpose}\n\n## Agenda\n\n${portuguese.process}\n`;
  form.set('file', new File([text], 'example.md', { type: 'text/markdown' }));
  const answer = await fetch(`${origin}/en/submissions/import/read`, {
    ...{ method: 'POST', redirect: 'manual', body: form },
    headers: { Cookie: author.cookie, Origin: origin },
  });
  return idIn(answer.headers.get('location') ?? '');
}

/** A draft of a revision of a published example. */
export async function reviseOne({ origin, author }: Stage): Promise<string> {
  const to = await sendForm(`${origin}/en/submissions/revise/begin`, author.cookie, {
    practice: revisableSlug,
  });
  return idIn(to);
}

function idIn(address: string): string {
  const id = /\/submissions\/([0-9a-z]{10})\//.exec(address)?.[1];
  if (!id) throw new Error(`No example in ${address}`);
  return id;
}
