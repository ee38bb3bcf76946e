import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Actor, Role } from '#domain/actor';
import type { SubmissionState } from '#domain/lifecycle';
import { filledFields } from '#tests/support/filled-draft';
import { type Asker, askers } from '#tests/support/route-matrix';

const rolesOf: Record<Asker, readonly Role[]> = {
  nobody: [],
  suspended: ['officer'],
  stranger: ['officer'],
  author: ['officer'],
  colleague: ['officer'],
  translator: ['translator'],
  editorWithoutFactor: ['editor'],
  editor: ['editor'],
  administrator: ['administrator'],
};

type CastMember = { actor: Actor; cookie: string };
export type Cast = Record<Asker, CastMember>;

/** An account and a session for each who asks, in the database of the site under test. */
export async function makeCast(pool: pg.Pool): Promise<Cast> {
  const members = await Promise.all(
    askers.map(async (asker) => [asker, await makeMember(pool, asker)] as const),
  );
  const of = new Map(members);
  const member = (asker: Asker) => of.get(asker) ?? { actor: nobody, cookie: '' };
  return {
    nobody: member('nobody'),
    suspended: member('suspended'),
    stranger: member('stranger'),
    author: member('author'),
    colleague: member('colleague'),
    translator: member('translator'),
    editorWithoutFactor: member('editorWithoutFactor'),
    editor: member('editor'),
    administrator: member('administrator'),
  };
}

const nobody: Actor = { id: '', roles: [], cities: [], hasSecondFactor: false };

async function makeMember(pool: pg.Pool, asker: Asker): Promise<CastMember> {
  if (asker === 'nobody') return { actor: nobody, cookie: '' };
  const id = draw();
  const hasSecondFactor = asker === 'editor' || asker === 'administrator';
  await pool.query(
    `insert into account (id, email, name, locale, roles, totp_secret, totp_since) values ($1, $2, $3, 'en', $4::"Role"[], $5, $6)`,
    [
      id,
      `${id}@city.example`,
      asker,
      `{${rolesOf[asker].join(',')}}`,
      hasSecondFactor ? '\\x00' : null,
      hasSecondFactor ? new Date() : null,
    ],
  );
  const cookie = await beginSession(pool, id, hasSecondFactor);
  if (asker === 'suspended') await pool.query('update account set suspended_at = now() where id = $1', [id]);
  return { actor: { id, roles: rolesOf[asker], cities: [], hasSecondFactor }, cookie };
}

/** A session of its own for each request that could end it. */
export async function beginSession(
  pool: pg.Pool,
  accountId: string,
  hasSecondFactor: boolean,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into session (token_hash, id, account_id, expires_at, second_factor_at, device)
      values ($1, $2, $3, now() + interval '1 day', $4, 'Test')`,
    [createHash('sha256').update(token).digest(), draw(), accountId, hasSecondFactor ? new Date() : null],
  );
  return `session=${token}`;
}

/**
 * A complete submission in a state, with its author, a colleague, one picture and one comment that was shown; the editor
 * reads one under review.
 */
export async function makeSubmission(
  pool: pg.Pool,
  {
    author,
    colleague,
    editor,
    state,
  }: { author: Actor; colleague: Actor; editor: Actor; state: SubmissionState },
): Promise<{ id: string; file: string; claimedBy: string | null }> {
  const [id, file] = [draw(), draw()];
  const claimedBy = state === 'in_review' ? editor.id : null;
  await pool.query(
    `insert into submission (id, state, fields, reference, claimed_by, claimed_at)
      values ($1, $2::"SubmissionState", $3, $4, $5, case when $5::text is not null then now() end)`,
    [id, state, JSON.stringify(filledFields), state === 'draft' ? null : `IC-TEST-${id}`, claimedBy],
  );
  if (state === 'published') await addPractice(pool, id);
  await pool.query(
    `insert into submission_member (submission_id, account_id, is_author) values ($1, $2, true), ($1, $3, false)`,
    [id, author.id, colleague.id],
  );
  await pool.query(
    `insert into submission_file (id, submission_id, kind, name, media_type, bytes, digest, storage_key, position, decorative, consent, credit)
      values ($1, $2, 'image', 'a.jpg', 'image/jpeg', 1, $3, $4, 0, true, 'nobody', 'x')`,
    [file, id, Buffer.from(file), `gone-${file}`],
  );
  await pool.query(
    `insert into review_comment (id, submission_id, field, account_id, text, sent_number, shared_at)
      values ($1, $1, 'title', $2, 'Shorter?', 1, now())`,
    [id, editor.id],
  );
  if (state !== 'draft')
    await pool.query(
      `insert into submission_sent (submission_id, number, sent_by, fields, files) values ($1, 1, $2, $3, '[]')`,
      [id, author.id, JSON.stringify(filledFields)],
    );
  return { id, file, claimedBy };
}

/** What it is published as: kept out of the list, where other tests count. */
async function addPractice(pool: pg.Pool, submissionId: string): Promise<void> {
  await pool.query(
    `insert into practice (id, status, country, original_language, provenance) values ($1, 'archived', 'IE', 'en', 'city')`,
    [submissionId],
  );
  await pool.query('update submission set practice_id = id where id = $1', [submissionId]);
}

/** Whatever changes when something is done to a submission. */
export async function traceOf(pool: pg.Pool, id: string): Promise<string> {
  const { rows } = await pool.query(
    `select version, state, deleted_at, fields::text, claimed_by,
      (select count(*) from submission_event where submission_id = $1) as events,
      (select count(*) from submission_save where submission_id = $1) as saves,
      (select count(*) from submission_sent where submission_id = $1) as sent,
      (select count(*) from submission_member where submission_id = $1) as members
    from submission where id = $1`,
    [id],
  );
  return JSON.stringify(rows);
}

function draw(): string {
  return randomBytes(5).toString('hex');
}
