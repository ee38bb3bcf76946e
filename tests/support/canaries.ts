import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { filledFields } from '#tests/support/filled-draft';

/** Words that no text has. Each stands in one place that the public does not see. */
export type Planted = { word: string; place: string }[];

/** States in which the public sees nothing of a submission. */
const unseen = [
  ...['draft', 'submitted', 'in_review', 'changes_requested', 'resubmitted', 'accepted', 'scheduled'],
  ...['withdrawn', 'declined', 'archived'],
];
const written = ['title', 'summary', 'purpose', 'impact', 'contactName'] as const;

/** Plants a hundred words in the database of the site under test: in drafts, comments, mails, revisions and the like. */
export async function plantCanaries(pool: pg.Pool): Promise<Planted> {
  const planted: Planted = [];
  const draw = (place: string) => {
    const word = `kanarie${randomBytes(5)
      .toString('hex')
      .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')}`;
    planted.push({ word, place });
    return word;
  };
  const id = () => randomBytes(5).toString('hex');
  const person = await addPerson(pool, id(), draw('name of a person'));
  for (const state of unseen) {
    const fields = Object.fromEntries(written.map((name) => [name, draw(`${name}, ${state}`)]));
    await addSubmission(pool, { id: id(), state, person, fields });
  }
  await addRevisions(pool, { person, id, draw });
  const reviewed = await addSubmission(pool, { id: id(), state: 'in_review', person, fields: {} });
  for (let i = 0; i < 8; i += 1)
    await addComment(pool, { id: id(), reviewed, person, word: draw('comment') });
  for (let i = 0; i < 4; i += 1) await addOpinion(pool, { id: id(), reviewed, person, draw });
  for (let i = 0; i < 6; i += 1) await addMail(pool, draw);
  await addTranslations(pool, { id, person, draw });
  await addAdoption(pool, { id: id(), person, word: draw('adoption that nobody has confirmed') });
  await addHistory(pool, { reviewed, draw });
  return planted;
}

type Draw = (place: string) => string;
type Planting = { id: () => string; person: string; draw: Draw };

async function addPerson(pool: pg.Pool, id: string, name: string): Promise<string> {
  const values = [id, `${id}@city.example`, name];
  await pool.query(
    `insert into account (id, email, name, locale, roles) values ($1, $2, $3, 'en', '{officer}')`,
    values,
  );
  return id;
}

type Submission = { id: string; state: string; person: string; fields: Record<string, string> };

/** A submission, once sent as it stands. */
async function addSubmission(pool: pg.Pool, { id, state, person, fields }: Submission): Promise<string> {
  const all = JSON.stringify({ ...filledFields, ...fields });
  await pool.query(
    `insert into submission (id, state, fields, reference) values ($1, $2::"SubmissionState", $3, $4)`,
    [id, state, all, `IC-CANARY-${id}`],
  );
  await pool.query(
    `insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true)`,
    [id, person],
  );
  await pool.query(
    `insert into submission_sent (submission_id, number, sent_by, fields, files) values ($1, 1, $2, $3, '[]')`,
    [id, person, all],
  );
  return id;
}

/** Revisions of published examples, each with words of its own. */
async function addRevisions(pool: pg.Pool, { person, id, draw }: Planting): Promise<void> {
  const { rows } = await pool.query(
    `select p.id from practice p where p.status = 'published' and not exists
      (select from submission s where s.practice_id = p.id) order by p.id limit 4`,
  );
  for (const [place, { id: practice }] of rows.entries()) {
    const state = ['draft', 'in_review', 'changes_requested', 'scheduled'][place] ?? 'draft';
    const fields = Object.fromEntries(written.map((name) => [name, draw(`${name} of a revision, ${state}`)]));
    const revision = await addSubmission(pool, { id: id(), state, person, fields });
    await pool.query('update submission set practice_id = $2, based_on = 1 where id = $1', [
      revision,
      practice,
    ]);
  }
}

async function addComment(
  pool: pg.Pool,
  { id, reviewed, person, word }: { id: string; reviewed: string; person: string; word: string },
): Promise<void> {
  await pool.query(
    `insert into review_comment (id, submission_id, field, account_id, text, sent_number, suggestion, base_version)
      values ($1, $2, 'purpose', $3, $4, 1, $4, 1)`,
    [id, reviewed, person, word],
  );
}

async function addOpinion(
  pool: pg.Pool,
  { id, reviewed, person, draw }: { id: string; reviewed: string; person: string; draw: Draw },
): Promise<void> {
  await pool.query(
    `insert into opinion (id, submission_id, sent_number, token_hash, name, email, locale, question, asked_by, expires_at)
      values ($1, $2, 1, $3, $4, $5, 'en', $6, $7, now() + interval '14 days')`,
    [
      id,
      reviewed,
      randomBytes(32),
      draw('name of an outside reviewer'),
      `${id}@expert.example`,
      draw('question to an outside reviewer'),
      person,
    ],
  );
}

async function addMail(pool: pg.Pool, draw: Draw): Promise<void> {
  await pool.query(
    `insert into outbox_mail (id, "to", locale, kind, subject, text, html, state)
      values ($1, 'x@city.example', 'en', 'submission-receipt', $2, $3, '<p></p>', 'discarded')`,
    [crypto.randomUUID(), draw('subject of a mail'), draw('text of a mail')],
  );
}

/** Translations of a published example that nobody has approved. */
async function addTranslations(pool: pg.Pool, { id, person, draw }: Planting): Promise<void> {
  for (const [language, state] of [
    ['fi', 'machine'],
    ['da', 'draft'],
    ['sv', 'ready'],
  ] as const) {
    const fields = Object.fromEntries(
      ['title', 'summary', 'purpose'].map((name) => [name, draw(`${name}, ${state} text`)]),
    );
    await pool.query(
      `insert into translation (id, practice_id, language, state, fields, made_from, translator_id, machine, returned_for)
        select $1, p.id, $2, $3::"TextState", $4, 1, $5, 'deepl', $6 from practice p
        where p.status = 'published' and p.original_language not in ('fi', 'da', 'sv')
          and not exists (select from practice_text t where t.practice_id = p.id and t.language = $2)
        order by id desc limit 1`,
      [
        ...[id(), language, state, fields, state === 'machine' ? null : person],
        draw(`what is to be changed, ${state} text`),
      ],
    );
  }
}

async function addAdoption(
  pool: pg.Pool,
  { id, person, word }: { id: string; person: string; word: string },
): Promise<void> {
  await pool.query(
    `insert into adoption (id, practice_id, city_id, year, words, stated_by)
      select $1, id, 'bergen', 2024, $2, $3 from practice where status = 'published' order by id limit 1
      on conflict do nothing`,
    [id, word, person],
  );
}

/** Words in the histories of a submission and of a published example. */
async function addHistory(
  pool: pg.Pool,
  { reviewed, draw }: { reviewed: string; draw: Draw },
): Promise<void> {
  await pool.query(
    `insert into submission_event (submission_id, actor, kind, data) values ($1, 'site', 'declined', $2)`,
    [reviewed, JSON.stringify({ reasons: draw('reasons in the history') })],
  );
}
