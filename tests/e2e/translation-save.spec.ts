import { expect, test } from '@playwright/test';
import pg from 'pg';
import { draftLimits } from '#domain/submission-fields';
import { languageOf, makeTranslation, removeTranslation } from '#tests/support/matrix-translation';
import { createPerson, drawEmail, signInAs } from '#tests/support/sign-in';

let pool: pg.Pool;
test.beforeAll(() => {
  pool = new pg.Pool({ connectionString: process.env.TEST_DATABASE_URL ?? '', max: 2 });
});
test.afterAll(() => pool.end());

type Values = Readonly<Record<string, string>>;

/** What the last button of the form sends. */
const handIn: Values = Object.fromEntries([['then', 'offer']]);

test('a translation’s form is saved, chosen in, returned and kept, whatever happens', async ({
  context,
  baseURL,
}) => {
  const account = await signInAs(context, baseURL ?? '', {
    ...{ email: drawEmail('translator'), roles: ['translator'] },
  });
  const translator = { id: account, roles: [], cities: [], hasSecondFactor: false };
  const language = languageOf(test.info().parallelIndex);
  const made = await makeTranslation(pool, { translator, language, state: 'draft' });
  const path = `/en/translations/${made.practiceId}/${language}`;
  const send = (what: 'save' | 'settle', form: Values, accept = 'text/html') =>
    context.request.post(`${path}/${what}`, {
      ...{ form, maxRedirects: 0, headers: { Origin: baseURL ?? '', Accept: accept } },
    });
  const locationOf = async (what: 'save' | 'settle', form: Values) => {
    const answer = await send(what, form);
    expect(answer.status()).toBe(303);
    return answer.headers().location ?? '';
  };
  const readTranslation = async () => {
    const { rows } = await pool.query(
      `select fields, version from translation where practice_id = $1 and language = $2`,
      [made.practiceId, language],
    );
    return rows[0];
  };
  const window1 = { base: '1', page: 'window1', turn: '1' };

  await test.step('a script is told the version, and what was left out', async () => {
    const answer = await send('save', { ...window1, title: 'Un\u0000 titre\u0007' }, 'application/json');
    expect(await answer.json()).toEqual({
      ...{ version: 2, changed: ['title'], conflicts: [], cleaned: ['title'], notes: {} },
    });
    expect((await readTranslation())?.fields.title).toBe('Un titre');
  });

  await test.step('a form leads back to where its writer was, or to both texts', async () => {
    const purpose = { base: '2', page: 'window1', turn: '2', purpose: 'But' };
    expect(await locationOf('save', { ...purpose, part: 'purpose' })).toBe(`${path}?saved=1#purpose`);
    expect(await locationOf('save', { ...purpose, part: '//elsewhere' })).toBe(`${path}?saved=1`);
    expect(await locationOf('save', { ...purpose, summary: '\u0007', part: 'summary' })).toBe(
      `${path}?saved=1&cleaned=summary#summary`,
    );
    const other = { base: '1', page: 'window2', turn: '1', title: 'Autre', ...handIn };
    expect(await locationOf('save', other)).toBe(`${path}?saved=1#both`);
  });

  await test.step('what is not complete is saved, and not handed in', async () => {
    const { rows } = await pool.query(
      'select max(number)::text as newest from practice_version where practice_id = $1',
      [made.practiceId],
    );
    const offer = { base: '3', page: 'window1', turn: '3', impact: 'Effet', ...handIn };
    expect(await locationOf('save', offer)).toBe(`${path}?saved=1&refused=original-changed`);
    expect(await locationOf('save', { ...offer, seen: rows[0]?.newest })).toBe(
      `${path}?saved=1&check=1#problems`,
    );
    expect((await readTranslation())?.fields.impact).toBe('Effet');
  });

  await test.step('a person chooses between two texts', async () => {
    const { rows } = await pool.query(
      `select s.id from translation_save s join translation t on t.id = s.translation_id
        where t.practice_id = $1 and t.language = $2 and s.conflicts is not null`,
      [made.practiceId, language],
    );
    const choice = { save: rows[0]?.id, name: 'title', choice: 'both' };
    expect(await locationOf('settle', { ...choice, seen: '1' })).toBe(`${path}?changed=1#both`);
    expect(await locationOf('settle', { ...choice, seen: '2' })).toBe(`${path}#title`);
    expect((await readTranslation())?.fields.title).toBe('Un titre / Autre');
    expect((await send('settle', { ...choice, name: 'state', seen: '2' })).status()).toBe(400);
  });

  await test.step('what is far too long, or somebody else’s now, comes back', async () => {
    const long = { ...window1, base: '9', impact: 'x'.repeat(draftLimits.characters + 1) };
    const returned = await send('save', long);
    expect(returned.status()).toBe(413);
    expect(await returned.text()).toContain(`action="${path}/save"`);
    expect((await send('save', long, 'application/json')).status()).toBe(413);
    const another = await createPerson({ email: drawEmail('another'), roles: ['translator'] });
    await pool.query('update translation set translator_id = $3 where practice_id = $1 and language = $2', [
      ...[made.practiceId, language, another],
    ]);
    const late = await send('save', { ...window1, base: '9', impact: 'Encore un mot' });
    expect(late.status()).toBe(403);
    expect(await late.text()).toContain('Encore un mot');
    expect(await late.text()).toContain('taken over by somebody else');
    expect(await locationOf('settle', { save: '0000000000', name: 'title', choice: 'mine', seen: '1' })).toBe(
      `${path}?refused=not-possible`,
    );
  });

  await test.step('a session that has ended keeps the words for the sign-in', async () => {
    await pool.query('delete from session where account_id = $1', [account]);
    const form = { ...window1, impact: 'Écrit trop tard' };
    expect((await send('save', form, 'application/json')).status()).toBe(401);
    const to = new URL(await locationOf('save', form), baseURL).searchParams.get('to') ?? '';
    expect(to).toMatch(new RegExp(`^${path}\\?form=[\\w-]{32}$`));
    const { rows } = await pool.query(
      'select "values"::text as typed from parked_form where path = $1 order by created_at desc limit 1',
      [path],
    );
    expect(rows[0]?.typed).toContain('Écrit trop tard');
  });
  await removeTranslation(pool, made);
});
