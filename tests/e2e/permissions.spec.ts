import { expect, test } from '@playwright/test';
import pg from 'pg';
import { submissionStates } from '#domain/lifecycle';
import { may } from '#domain/permissions';
import { mayDo, mayTranslate, translationStates } from '#domain/translation';
import { beginSession, type Cast, makeCast, makeSubmission, traceOf } from '#tests/support/matrix-cast';
import {
  languageOf,
  makeTranslation,
  removeTranslation,
  traceOfTranslation,
} from '#tests/support/matrix-translation';
import { type Asker, askers, listRoutes, matrix, type Rule } from '#tests/support/route-matrix';

let pool: pg.Pool;
let cast: Cast;
test.beforeAll(async () => {
  pool = new pg.Pool({ connectionString: process.env.TEST_DATABASE_URL ?? '', max: 3 });
  cast = await makeCast(pool);
});
test.afterAll(() => pool.end());

test('every route that exists stands in the matrix, and no other', () => {
  expect(Object.keys(matrix).sort()).toEqual(listRoutes());
});

type Asked = { status: number; location: string };

async function ask(origin: string, route: string, cookie: string, values = ''): Promise<Asked> {
  const [method = '', address = ''] = route.split(' ');
  const response = await fetch(origin + address, {
    method,
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin },
    ...(method === 'POST' ? { body: new URLSearchParams(values) } : {}),
  });
  await response.arrayBuffer();
  return { status: response.status, location: response.headers.get('location') ?? '' };
}

const isMissing = ({ status }: Asked) => status === 404;
const leadsToSignIn = ({ status, location }: Asked) =>
  status >= 300 && status < 400 && /\/sign-in(?:\?|$)/.test(location);
const leadsToSecondFactor = ({ location }: Asked) => location.includes('/account/second-factor');

/** Parts of an address that stand for something: what is not there is enough for whoever may not ask. */
function addressOf(route: string, { id = '0000000000', file = '0000000000', language = 'mt' } = {}): string {
  return route
    .replace('[locale]', 'en')
    .replace('/translations/[id]/[language]', `/translations/${id}/${language}`)
    .replace('[fileId]', file)
    .replace('[variant]', '480.webp')
    .replace('[kind]', 'topics')
    .replace('[file]', 'links.csv')
    .replace('[id]', id)
    .replace('[step]', 'story')
    .replace('[opinion]', '0000000000')
    .replace('[token]', 'a'.repeat(43))
    .replace('[verb]', 'decline')
    .replace('[page]', 'about')
    .replace('[facet]', 'country')
    .replace('/collections/[slug]', '/collections/no-such')
    .replace('[number]', '1')
    .replace('[to]', '2')
    .replace('/practices/[slug]/[language]', '/practices/a-welcoming-app/en')
    .replace('/practices/[slug]', '/practices/a-welcoming-app');
}

/** Whether the answer is what the rule says of who asks. */
function judgeRole(rule: Rule, asker: Asker, answer: Asked, isErrorPage: boolean): boolean {
  const signedIn = asker !== 'nobody' && asker !== 'suspended';
  // The page that says what went wrong says so in its status as well.
  if (answer.status >= 500 && !isErrorPage) return false;
  if (rule === 'everyone') return !leadsToSignIn(answer) || answer.status < 400;
  if (!signedIn) return leadsToSignIn(answer) || isMissing(answer);
  if (rule === 'signed-in') return !leadsToSignIn(answer);
  if (asker === 'editor' || (asker === 'administrator' && rule === 'managers')) return !leadsToSignIn(answer);
  return isMissing(answer) || (asker === 'editorWithoutFactor' && leadsToSecondFactor(answer));
}

for (const [route, rule] of Object.entries(matrix)) {
  if (typeof rule !== 'string') continue;
  test(`${route}: ${rule}`, async ({ baseURL }) => {
    const wrong: string[] = [];
    for (const asker of askers) {
      const { actor } = cast[asker];
      // Some of these end sessions, so each has one of its own.
      const cookie = actor.id ? await beginSession(pool, actor.id, actor.hasSecondFactor) : '';
      const answer = await ask(baseURL ?? '', addressOf(route), cookie);
      if (!judgeRole(rule, asker, answer, route === 'GET /[locale]/error'))
        wrong.push(`${asker}: ${JSON.stringify(answer)}`);
    }
    expect(wrong).toEqual([]);
  });
}

for (const [route, rule] of Object.entries(matrix)) {
  if (typeof rule === 'string' || 'translation' in rule) continue;
  const { submission: action, form, needsMore = false, sees = 'read' } = rule;
  test(`${route}: who may ${action}, in every state`, async ({ baseURL }) => {
    test.slow();
    const wrong: string[] = [];
    for (const state of submissionStates) {
      const { author, colleague } = { author: cast.author.actor, colleague: cast.colleague.actor };
      const members = [author.id, colleague.id];
      for (const asker of askers) {
        const submission = await makeSubmission(pool, {
          author,
          colleague,
          state,
          editor: cast.editor.actor,
        });
        const { actor, cookie } = cast[asker];
        const before = await traceOf(pool, submission.id);
        const answer = await ask(
          baseURL ?? '',
          addressOf(route, submission),
          cookie,
          form?.values.replaceAll('[id]', submission.id),
        );
        const changed = (await traceOf(pool, submission.id)) !== before;
        const signedIn = asker !== 'nobody' && asker !== 'suspended';
        const facts = { state, members, claimedBy: submission.claimedBy, declinedBy: null };
        const reads = signedIn && may(actor, sees, facts);
        const allowed = signedIn && may(actor, action, facts);
        const isFile = route.includes('[fileId]');
        const right =
          answer.status < 500 &&
          changed === (allowed && (form?.leavesTrace ?? false)) &&
          (!signedIn
            ? leadsToSignIn(answer) || isMissing(answer)
            : reads
              ? !leadsToSignIn(answer) && (isFile || !allowed || !isMissing(answer) || needsMore)
              : isMissing(answer) || (asker === 'editorWithoutFactor' && leadsToSecondFactor(answer)));
        if (!right) wrong.push(`${state}, ${asker}: ${JSON.stringify(answer)}${changed ? ', changed' : ''}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}

for (const [route, rule] of Object.entries(matrix)) {
  if (typeof rule === 'string' || 'submission' in rule) continue;
  const { translation: verb, form, needsMore = false } = rule;
  test(`${route}: who may ${verb}, in every state`, async ({ baseURL }) => {
    test.slow();
    const wrong: string[] = [];
    const language = languageOf(test.info().parallelIndex);
    for (const state of [null, ...translationStates]) {
      for (const asker of askers) {
        const translator = cast.translator.actor;
        const made = await makeTranslation(pool, { translator, language, state });
        const { practiceId: id, facts } = made;
        const { actor, cookie } = cast[asker];
        const before = await traceOfTranslation(pool, made);
        const answer = await ask(baseURL ?? '', addressOf(route, { id, language }), cookie, form?.values);
        const changed = (await traceOfTranslation(pool, made)) !== before;
        await removeTranslation(pool, made);
        const signedIn = asker !== 'nobody' && asker !== 'suspended';
        const reads = signedIn && mayTranslate(actor, facts.practice);
        const allowed = reads && (verb === 'read' || mayDo(actor, verb, facts));
        const right =
          answer.status < 500 &&
          changed === (allowed && (form?.leavesTrace ?? false)) &&
          (!signedIn
            ? leadsToSignIn(answer) || isMissing(answer)
            : reads
              ? !leadsToSignIn(answer) && (!allowed || !isMissing(answer) || needsMore)
              : isMissing(answer) || (asker === 'editorWithoutFactor' && leadsToSecondFactor(answer)));
        if (!right) wrong.push(`${state}, ${asker}: ${JSON.stringify(answer)}${changed ? ', changed' : ''}`);
      }
    }
    expect(wrong).toEqual([]);
  });
}
