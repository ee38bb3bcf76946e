import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SubmissionAction } from '#domain/permissions';
import type { TranslationVerb } from '#domain/translation';

/** Who asks. `suspended` is an author whose account was suspended while they were signed in. */
export const askers = [
  'nobody',
  'suspended',
  'stranger',
  'author',
  'colleague',
  'translator',
  'editorWithoutFactor',
  'editor',
  'administrator',
] as const;
export type Asker = (typeof askers)[number];

/**
 * Who may ask for an address. `everyone`: signed in or not; `signed-in`: whoever is; `managers`: editors and
 * administrators with their second factor, `editors`: editors alone; or what the domain says about an action on one submission. `needsMore`: there
 * is nothing to see without something else, such as a token. `sees`: who may not do even this finds nothing there; it is
 * to read the submission where nothing is said. Of a translation the domain says it in the same way; who may translate its
 * practice sees it.
 */
export type Rule =
  | 'everyone'
  | 'signed-in'
  | 'managers'
  | 'editors'
  | { submission: SubmissionAction; form?: Form; needsMore?: true; sees?: SubmissionAction }
  | { translation: 'read' | TranslationVerb; form?: Form; needsMore?: true };
/**
 * What a form sends, as in an address, where `[id]` is that of the submission and of its comment; and whether it then leaves a trace in the database.
 */
type Form = { values: string; leavesTrace: boolean };

const press: Form = { values: '', leavesTrace: true };
/** The mail that goes with a decision. */
const letter = 'subject=About+it&text=It+is+so.';

/** Every route that exists, by method and address. One that is missing here fails the test. */
export const matrix: Readonly<Record<string, Rule>> = {
  'GET /[locale]': 'everyone',
  'GET /[locale]/[page]': 'everyone',
  'GET /[locale]/collections/[slug]': 'everyone',
  'GET /[locale]/error': 'everyone',
  'GET /[locale]/feed.xml': 'everyone',
  'GET /[locale]/filters/[facet]': 'everyone',
  'GET /[locale]/practices/[slug]': 'everyone',
  'GET /[locale]/practices/[slug]/[language]': 'everyone',
  'GET /[locale]/practices/[slug]/history': 'everyone',
  'GET /[locale]/practices/[slug]/history/[number]': 'everyone',
  'GET /[locale]/practices/[slug]/history/[number]/[to]': 'everyone',
  'GET /api/suggest': 'everyone',
  'GET /health/live': 'everyone',
  'GET /health/ready': 'everyone',

  'GET /[locale]/access': 'everyone',
  'POST /[locale]/access/ask': 'everyone',
  'GET /[locale]/invitations/[token]': 'everyone',
  'POST /[locale]/invitations/[token]/accept': 'everyone',
  'GET /[locale]/confirmations/[token]': 'everyone',
  'POST /[locale]/confirmations/[token]/confirm': 'everyone',
  'GET /[locale]/opinions/[token]': 'everyone',
  'GET /[locale]/opinions/[token]/files/[fileId]/[variant]': 'everyone',
  'POST /[locale]/opinions/[token]/give': 'everyone',
  'GET /[locale]/sign-in': 'everyone',
  'POST /[locale]/sign-in/again': 'everyone',
  'POST /[locale]/sign-in/ask': 'everyone',
  'POST /[locale]/sign-in/check': 'everyone',
  'GET /[locale]/sign-in/code': 'everyone',
  'GET /[locale]/sign-in/second-factor': 'everyone',
  'POST /[locale]/sign-in/second-factor/check': 'everyone',
  'POST /[locale]/sign-out': 'everyone',
  // Whoever has the link of a mail; without a right one there is nothing.
  'GET /[locale]/unsubscribe/[token]': 'everyone',
  'GET /[locale]/unsubscribe/[token]/now': 'everyone',
  'POST /[locale]/unsubscribe/[token]/now': 'everyone',

  'GET /[locale]/account': 'signed-in',
  'POST /[locale]/account/devices/[id]/end': 'signed-in',
  'POST /[locale]/account/end-others': 'signed-in',
  'POST /[locale]/account/mails/save': 'signed-in',
  'GET /[locale]/account/recovery-codes': 'signed-in',
  'POST /[locale]/account/recovery-codes/renew': 'signed-in',
  'POST /[locale]/account/save': 'signed-in',
  'GET /[locale]/account/second-factor': 'signed-in',
  'POST /[locale]/account/second-factor/begin': 'signed-in',
  'POST /[locale]/account/second-factor/confirm': 'signed-in',
  'POST /[locale]/account/second-factor/remove': 'signed-in',

  'GET /[locale]/adoptions/new': 'signed-in',
  'POST /[locale]/adoptions/new/state': 'signed-in',
  'POST /[locale]/confirmations/confirm': 'signed-in',

  'GET /[locale]/adoptions': 'managers',
  'POST /[locale]/adoptions/[id]/confirm': 'managers',
  'POST /[locale]/adoptions/[id]/refuse': 'managers',
  'GET /[locale]/people': 'managers',
  'POST /[locale]/people/accounts/[id]/restore': 'managers',
  'POST /[locale]/people/accounts/[id]/suspend': 'managers',
  'POST /[locale]/people/affiliations/[id]/confirm': 'managers',
  'POST /[locale]/people/affiliations/[id]/refuse': 'managers',
  'POST /[locale]/people/invitations/[id]/end': 'managers',
  'POST /[locale]/people/invite': 'managers',

  'GET /[locale]/review': 'editors',
  'POST /[locale]/review/open': 'editors',
  'GET /[locale]/review/[id]': { submission: 'readReview', sees: 'readReview' },
  'GET /[locale]/review/[id]/decide/[verb]': { submission: 'readReview', sees: 'readReview' },
  'POST /[locale]/review/[id]/claim': { submission: 'claim', sees: 'readReview', form: press },
  'POST /[locale]/review/[id]/release': { submission: 'release', sees: 'readReview', form: press },
  'POST /[locale]/review/[id]/due': {
    ...{ submission: 'review', sees: 'readReview' },
    form: { values: 'dueOn=2100-01-01', leavesTrace: true },
  },
  'POST /[locale]/review/[id]/check': {
    ...{ submission: 'review', sees: 'readReview' },
    form: { values: 'seen=0&aim-verdict=met', leavesTrace: true },
  },
  // What stands there is no change.
  'POST /[locale]/review/[id]/places': {
    ...{ submission: 'review', sees: 'readReview' },
    form: { values: 'seen=1&cities=cork', leavesTrace: false },
  },
  'POST /[locale]/review/[id]/request-changes': {
    ...{ submission: 'requestChanges', sees: 'readReview' },
    form: { values: letter, leavesTrace: true },
  },
  // Nothing was judged.
  'POST /[locale]/review/[id]/accept': {
    ...{ submission: 'accept', sees: 'readReview' },
    form: { values: letter, leavesTrace: false },
  },
  'POST /[locale]/review/[id]/decline': {
    ...{ submission: 'decline', sees: 'readReview' },
    form: { values: `reasons=None&${letter}`, leavesTrace: true },
  },
  'POST /[locale]/review/[id]/reconsider': {
    ...{ submission: 'reconsider', sees: 'readReview' },
    form: { values: 'reasons=One', leavesTrace: true },
  },
  'POST /[locale]/review/[id]/schedule': {
    ...{ submission: 'schedule', sees: 'readReview' },
    form: { values: 'day=2100-01-01&time=09:00', leavesTrace: true },
  },
  // It names a topic that the catalogue of the test does not know.
  'POST /[locale]/review/[id]/publish': {
    ...{ submission: 'publish', sees: 'readReview' },
    form: { values: letter, leavesTrace: false },
  },
  'POST /[locale]/review/[id]/archive': {
    ...{ submission: 'archive', sees: 'readReview' },
    form: { values: `because=Old&${letter}`, leavesTrace: true },
  },
  // It would be in the catalogue that other tests count: what it does in each state is for the tests of the database.
  'POST /[locale]/review/[id]/republish': 'editors',
  'GET /[locale]/vocabularies': 'managers',
  'GET /[locale]/vocabularies/[kind]': 'managers',
  'POST /[locale]/vocabularies/[kind]/add': 'managers',
  'GET /[locale]/vocabularies/[kind]/new': 'managers',
  'GET /[locale]/vocabularies/[kind]/[id]': 'managers',
  'GET /[locale]/vocabularies/[kind]/[id]/merge': 'managers',
  'POST /[locale]/vocabularies/[kind]/[id]/merge/now': 'managers',
  'POST /[locale]/vocabularies/[kind]/[id]/move': 'managers',
  'POST /[locale]/vocabularies/[kind]/[id]/remove': 'managers',
  'POST /[locale]/vocabularies/[kind]/[id]/save': 'managers',
  'GET /[locale]/care': 'managers',
  'GET /[locale]/care/[file]': 'managers',

  'GET /[locale]/submissions': 'signed-in',
  'GET /[locale]/submissions/import': 'signed-in',
  'POST /[locale]/submissions/import/read': 'signed-in',
  'POST /[locale]/submissions/new': 'signed-in',
  'GET /[locale]/submissions/revise': 'signed-in',
  'POST /[locale]/submissions/revise/begin': 'signed-in',
  'GET /[locale]/submissions/template.docx': 'everyone',
  'GET /[locale]/submissions/template.md': 'everyone',

  'GET /[locale]/review/[id]/story': { submission: 'readReview', sees: 'readReview' },
  'GET /[locale]/review/[id]/changes': { submission: 'readReview', sees: 'readReview' },
  'POST /[locale]/review/[id]/comments/add': {
    ...{ submission: 'review', sees: 'readReview' },
    form: { values: 'place=purpose&text=For+whom', leavesTrace: true },
  },
  'POST /[locale]/review/[id]/comments/answer': {
    ...{ submission: 'readReview', sees: 'readReview' },
    form: { values: 'thread=[id]&text=Thank+you', leavesTrace: true },
  },
  'POST /[locale]/review/[id]/comments/settle': {
    ...{ submission: 'readReview', sees: 'readReview' },
    form: { values: 'thread=[id]&done=yes', leavesTrace: true },
  },
  'POST /[locale]/review/[id]/comments/take-back': {
    ...{ submission: 'readReview', sees: 'readReview' },
    form: { values: 'comment=[id]', leavesTrace: false },
  },

  // Leads on to the first step, which asks.
  'GET /[locale]/submissions/[id]': 'everyone',
  'GET /[locale]/submissions/[id]/[step]': { submission: 'read' },
  'POST /[locale]/submissions/[id]/[step]/save': {
    submission: 'write',
    form: { values: 'base=1&title=A+title', leavesTrace: true },
  },
  'POST /[locale]/submissions/[id]/answer': {
    submission: 'answer',
    form: { values: 'at=sent&talk=done-[id]', leavesTrace: true },
  },
  'POST /[locale]/submissions/[id]/appeal': {
    submission: 'appeal',
    form: { values: 'words=Once+more', leavesTrace: true },
  },
  'GET /[locale]/submissions/[id]/copy': { submission: 'read' },
  'GET /[locale]/submissions/[id]/delete': { submission: 'delete' },
  'POST /[locale]/submissions/[id]/delete/now': { submission: 'delete', form: press },
  'GET /[locale]/submissions/[id]/files': { submission: 'read' },
  'POST /[locale]/submissions/[id]/files/save': {
    submission: 'write',
    form: { values: 'then=stay', leavesTrace: false },
  },
  'GET /[locale]/submissions/[id]/imported': { submission: 'read', needsMore: true },
  'GET /[locale]/submissions/[id]/preview': { submission: 'read' },
  'POST /[locale]/submissions/[id]/reopen': { submission: 'reopen', form: press },
  'GET /[locale]/submissions/[id]/send': { submission: 'read' },
  'POST /[locale]/submissions/[id]/send-now': {
    submission: 'send',
    form: { values: 'agreed=yes', leavesTrace: true },
  },
  'GET /[locale]/submissions/[id]/sent': { submission: 'read' },
  'POST /[locale]/submissions/[id]/settle': {
    submission: 'write',
    needsMore: true,
    form: {
      values: 'save=0000000000&field=title&step=story&seen=1&choice=mine',
      leavesTrace: false,
    },
  },
  'GET /[locale]/submissions/[id]/share': { submission: 'share' },
  'POST /[locale]/submissions/[id]/share/add': {
    submission: 'share',
    form: { values: 'email=nobody@city.example', leavesTrace: false },
  },
  'POST /[locale]/submissions/[id]/withdraw': { submission: 'withdraw', form: press },

  // Whoever has nothing to translate finds that said.
  'GET /[locale]/translations': 'signed-in',
  'GET /[locale]/translations/[id]/[language]': { translation: 'read' },
  'POST /[locale]/translations/[id]/[language]/begin': { translation: 'begin', form: press },
  // No machine is set up where the tests run.
  'POST /[locale]/translations/[id]/[language]/machine': {
    translation: 'draftByMachine',
    form: { values: 'seen=0', leavesTrace: false },
  },
  'POST /[locale]/translations/[id]/[language]/take-over': { translation: 'takeOver', form: press },
  'POST /[locale]/translations/[id]/[language]/take-back': { translation: 'takeBack', form: press },
  'POST /[locale]/translations/[id]/[language]/return': {
    translation: 'return',
    form: { values: 'because=Shorter', leavesTrace: true },
  },
  // It would be in the catalogue that other tests count, so the form names another version.
  'POST /[locale]/translations/[id]/[language]/approve': {
    translation: 'approve',
    form: { values: 'seen=0', leavesTrace: false },
  },
  // Without a reason, since readers have no such text.
  'POST /[locale]/translations/[id]/[language]/withdraw': {
    translation: 'withdraw',
    form: { values: 'because=', leavesTrace: false },
  },
  'POST /[locale]/translations/[id]/[language]/discard': { translation: 'discard', form: press },
  'POST /[locale]/translations/[id]/[language]/save': {
    translation: 'write',
    form: { values: 'base=1&title=Un+autre+titre', leavesTrace: true },
  },
  'POST /[locale]/translations/[id]/[language]/settle': {
    ...{ translation: 'write', needsMore: true },
    form: { values: 'save=0000000000&name=title&seen=1&choice=mine', leavesTrace: false },
  },

  'GET /[locale]/review/[id]/opinions': { submission: 'readReview', sees: 'readReview' },
  'POST /[locale]/review/[id]/opinions/ask': {
    submission: 'review',
    sees: 'readReview',
    form: {
      values: 'name=Nora&email=nora@university.example&question=Is+it+new&days=14',
      leavesTrace: true,
    },
  },
  'POST /[locale]/review/[id]/opinions/[opinion]/end': {
    submission: 'readReview',
    sees: 'readReview',
    needsMore: true,
    form: { values: '', leavesTrace: false },
  },
  'GET /files/[fileId]/[variant]': { submission: 'read' },
};

/** "GET /[locale]/people" for every page and for every method of a route that stands in src/app. */
export function listRoutes(): string[] {
  return readdirSync('src/app', { recursive: true, encoding: 'utf8' })
    .flatMap((file) => {
      const address = `/${path.dirname(file)}`.replaceAll(/\/\([^)]*\)/g, '');
      if (/(?:^|\/)page\.tsx$/.test(file)) return [`GET ${address}`];
      if (!/(?:^|\/)route\.ts$/.test(file)) return [];
      const source = readFileSync(path.join('src/app', file), 'utf8');
      const methods = source.matchAll(/export (?:async )?function (GET|POST|PUT|PATCH|DELETE)\b/g);
      return [...methods].map(([, method]) => `${method} ${address}`);
    })
    .sort();
}
