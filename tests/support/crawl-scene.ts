import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { SubmissionState } from '#domain/lifecycle';
import type { DraftFields } from '#domain/submission-fields';
import { addTranslations } from '#tests/support/crawl-translations';
import { filledFields } from '#tests/support/filled-draft';
import { beginSession } from '#tests/support/matrix-cast';
import { addSentExample } from '#tests/support/sent-example';
import { createPerson, drawEmail } from '#tests/support/sign-in';
import { addDraft } from '#tests/support/submissions';

const readers = ['nobody', 'newcomer', 'halfway', 'author', 'editor', 'administrator'] as const;
export type Reader = (typeof readers)[number];

/** What there is to read: who is signed in, by cookie, and ids and tokens of what they have to do with. */
export type Scene = {
  cookies: Record<Reader, string>;
  draft: string;
  written: string;
  imported: string;
  reviewed: string;
  asked: string;
  sent: string;
  declined: string;
  accepted: string;
  scheduled: string;
  revised: string;
  appealed: string;
  withdrawn: string;
  /** A record that is being translated. */
  translated: string;
  tokens: { invitation: string; opinion: string; confirmation: string; unsubscribe: string };
};

/** Records of content/ that the scene changes. */
export const revisedSlug = 'zuri-city-card';
export const archivedSlug = 'welcome-app-erlangen';
export const adoptedSlug = 'bilbao-anti-rumours-strategy';
export const revisableSlug = 'cork-city-of-sanctuary';

/** In a language of its own, so that none of it is taken for words of the site. */
const portuguese: DraftFields = {
  ...filledFields,
  ...{ country: 'PT', cities: [], otherPlaces: 'Moita, Barreiro', years: '2019-2021', language: 'pt' },
  ...{ topics: ['anti-discrimination-and-equality', 'education'], targetGroups: ['newcomers'] },
  title: 'O café das línguas, uma noite por semana na biblioteca do bairro',
  summary: 'Os vizinhos ensinam as suas línguas uns aos outros uma vez por semana na biblioteca municipal.',
  purpose: 'Para que as pessoas que vivem na mesma rua se conheçam e aprendam umas com as outras.',
  rationale: 'Muitas famílias chegaram há pouco tempo e quase não conheciam ninguém no bairro.',
  process: 'A biblioteca abriu as suas portas à noite e os voluntários prepararam as mesas e o café.',
  impact: 'Vieram muitas pessoas, e hoje o grupo organiza também passeios e jantares para todos.',
  contactName: 'Mira Alves',
};
const italian = {
  comment: 'Non è ancora chiaro chi paga il caffè e chi ha avuto l’idea: scrivetelo in una frase.',
  suggestion: 'Os vizinhos ensinam as suas línguas uns aos outros todas as quintas-feiras na biblioteca.',
  note: 'Manca ancora qualche informazione sulle persone che hanno partecipato agli incontri.',
  question: 'Conosce altre città che hanno fatto qualcosa di simile negli ultimi anni?',
  opinion: 'Il racconto è convincente, ma vorrei sapere come continua dopo la fine del progetto.',
  letter: 'Gentile Mira, abbiamo letto il vostro esempio con piacere. Mancano ancora alcune cose.',
  because: 'Il testo descrive soltanto un prodotto che si vende, e non quello che ha fatto la città.',
  adopted: 'Abbiamo ripreso gli incontri nelle biblioteche e aggiunto le visite nelle scuole.',
};

/** Sends a form as a browser does; where its answer leads. */
export async function sendForm(url: string, cookie: string, values: Record<string, string>): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: new URL(url).origin },
    body: new URLSearchParams(values),
  });
  const text = await answer.text();
  if (answer.status !== 303) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 400)}`);
  return answer.headers.get('location') ?? '';
}

type Person = { id: string; cookie: string };
type Stage = { pool: pg.Pool; origin: string; author: Person; editor: Person; other: Person };

/** Fills a site of its own with something on every page for people who sign in. */
export async function setScene(pool: pg.Pool, origin: string): Promise<Scene> {
  const make = async (name: string, role: 'officer' | 'editor' | 'administrator', cities: string[] = []) => {
    const id = await createPerson({ email: drawEmail(name.toLowerCase()), name, roles: [role], cities });
    if (role !== 'officer')
      await pool.query(`update account set totp_secret = '\\x00', totp_since = now() where id = $1`, [id]);
    return { id, cookie: await beginSession(pool, id, role !== 'officer') };
  };
  const author = await make('Mira', 'officer', ['bergen', 'cork']);
  const newcomer = await make('Nino', 'officer');
  const editor = await make('Eva', 'editor');
  const stage = { pool, origin, author, editor, other: await make('Edda', 'editor') };
  const administrator = await make('Ada', 'administrator');
  // Before there is an empty draft, which it would fill.
  const imported = await importOne(stage);
  const drafts = { imported, written: await addWritten(stage), draft: await addDraft(author.id) };
  const examples = { ...drafts, ...(await addSent(stage)) };
  await askOnce(stage, examples);
  await changeCatalogue(stage, newcomer);
  const translated = await addTranslations(pool, {
    ...{ slug: revisedSlug, translator: editor.id, other: stage.other.id },
  });
  return {
    ...{ ...examples, translated },
    revised: await reviseOne(stage),
    tokens: await findTokens(stage),
    cookies: {
      ...{ nobody: '', newcomer: newcomer.cookie, author: author.cookie, editor: editor.cookie },
      ...{ administrator: administrator.cookie, halfway: await beginSession(pool, editor.id, false) },
    },
  };
}

/** A draft that two people write in. */
async function addWritten({ pool, author, other }: Stage): Promise<string> {
  const id = await addDraft(author.id);
  await pool.query('update submission set fields = $2, version = version + 1 where id = $1', [
    id,
    JSON.stringify(portuguese),
  ]);
  const columns = 'submission_id, account_id, is_author';
  await pool.query(`insert into submission_member (${columns}) values ($1, $2, false)`, [id, other.id]);
  return id;
}

async function addSent({ pool, author, editor, other }: Stage) {
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
async function askOnce({ pool, origin, author, editor, other }: Stage, examples: Examples): Promise<void> {
  const review = (id: string, verb: string, values: Record<string, string>, by = editor) =>
    sendForm(`${origin}/en/review/${id}/${verb}`, by.cookie, values);
  const letter = { subject: 'Il vostro esempio', text: italian.letter };
  const { comment: text, suggestion, note, question, because } = italian;
  for (const id of [examples.reviewed, examples.asked]) {
    await review(id, 'comments/add', { place: 'purpose', 'text-comment-purpose': text, text });
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

/** A second version, an archived record, and what other cities say that they repeat. */
async function changeCatalogue({ pool, author, editor }: Stage, newcomer: Person): Promise<void> {
  await pool.query(
    `update practice_text set purpose = purpose || E'\\n\\nIn 2025, 240 people took part.'
      where language = 'en' and practice_id = (select practice_id from practice_slug where slug = $1)`,
    [revisedSlug],
  );
  await pool.query(
    `select keep_versions(array[practice_id], $2, now(), null, $3) from practice_slug where slug = $1`,
    [revisedSlug, editor.id, italian.note],
  );
  await pool.query(
    `update practice set status = 'archived' where id = (select practice_id from practice_slug where slug = $1)`,
    [archivedSlug],
  );
  await pool.query(
    `insert into adoption (id, practice_id, city_id, year, words, website, stated_by, state, decided_by, decided_at, refused_because)
      select left(md5(city), 10), practice_id, city, 2024, $2, 'https://city.example/page', $3, state::"AdoptionState",
        case when state <> 'stated' then $4 end, case when state <> 'stated' then now() end,
        case when state = 'refused' then $5 end
      from practice_slug, (values ('bergen', 'confirmed'), ('cork', 'refused'), ('vienna', 'stated')) as said (city, state)
      where slug = $1`,
    [adoptedSlug, italian.adopted, author.id, editor.id, italian.because],
  );
  await pool.query(
    `insert into affiliation (id, account_id, city_id, country, position) values ('asked00001', $1, 'bergen', 'NO', $2)`,
    [newcomer.id, italian.question],
  );
  await pool.query(
    `update practice set published_at = now() - interval '19 months', canonical_url = 'https://gone.example/page'
      where id = (select practice_id from practice_slug where slug = $1)`,
    [revisedSlug],
  );
  await pool.query(
    `insert into link_check (url, status, checked_at, failures) values ('https://gone.example/page', 404, now(), 2)`,
  );
  await pool.query('select publish_change(array(select id from practice), true)');
}

/** A filled template, of which one part is not understood. */
async function importOne({ origin, author }: Stage): Promise<string> {
  const form = new FormData();
  const text = `## Title\n\n${portuguese.title}\n\n## Purpose\n\n${portuguese.purpose}\n\n## Agenda\n\n${portuguese.process}\n`;
  form.set('file', new File([text], 'example.md', { type: 'text/markdown' }));
  const answer = await fetch(`${origin}/en/submissions/import/read`, {
    ...{ method: 'POST', redirect: 'manual', body: form },
    headers: { Cookie: author.cookie, Origin: origin },
  });
  return idIn(answer.headers.get('location') ?? '');
}

async function reviseOne({ origin, author }: Stage): Promise<string> {
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

async function findTokens({ pool, author }: Stage): Promise<Scene['tokens']> {
  const confirmation = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into confirmation_request (token_hash, practice_id, account_id, expires_at)
      select $2, practice_id, $3, now() + interval '1 day' from practice_slug where slug = $1`,
    [revisedSlug, createHash('sha256').update(confirmation).digest(), author.id],
  );
  return {
    confirmation,
    invitation: await tokenIn(pool, 'invitations', 'invited@city.example'),
    opinion: await tokenIn(pool, 'opinions', 'nora@expert.example'),
    unsubscribe: await tokenIn(pool, 'unsubscribe'),
  };
}

/** The token of a link in a mail. */
async function tokenIn(pool: pg.Pool, section: string, to?: string): Promise<string> {
  const { rows } = await pool.query(`select text from outbox_mail where $1::text is null or "to" = $1`, [
    to ?? null,
  ]);
  const link = new RegExp(`/${section}/([\\w.-]+)`);
  const token = rows.map(({ text }) => link.exec(String(text))?.[1]).find(Boolean);
  if (!token) throw new Error(`No mail leads to ${section}.`);
  return token;
}
