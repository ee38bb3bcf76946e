import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { changeCatalogue, revisedSlug } from '#tests/support/crawl-catalogue';
import {
  addSent,
  addWritten,
  askOnce,
  importOne,
  reviseOne,
  type Stage,
} from '#tests/support/crawl-examples';
import { addTranslations } from '#tests/support/crawl-translations';
import { beginSession } from '#tests/support/matrix-cast';
import { createPerson, drawEmail } from '#tests/support/sign-in';
import { addDraft } from '#tests/support/submissions';
import { tokenIn } from '#tests/support/token-in-mail';

/** Who reads; `halfway` is an editor who has not given the second factor yet. */
export type Reader = 'nobody' | 'newcomer' | 'halfway' | 'author' | 'editor' | 'administrator';

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
