import { beforeAll, describe, expect, test, vi } from 'vitest';
import { directionOf, locales } from '#i18n/locales';
import { translatorOf } from '#i18n/translator';
import { type MailData, type MailKind, mailKinds } from '#server/mail/kinds';
import { setLetter } from '#server/mail/letter';
import { judgePage } from '#tests/support/judge-words';
import type { Words } from '#tests/support/page-words';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@localhost/none');
  vi.stubEnv('SITE_URL', 'https://practices.example.org');
});

/** Typed by people, in a language that nobody asked for. */
const typed = 'Il racconto è convincente, ma vorrei sapere come continua dopo la fine del progetto.';
const named = { id: 'a1b2c3d4e5', reference: 'IC-2026-0001', title: 'Café' };
const adoption = { title: 'Café', slug: 'cafe', city: 'Oslo' };
const since = new Date('2026-11-25T12:00:00Z');
const asked = { token: 't', title: 'Café', since };
const translation = { practiceId: named.id, slug: 'cafe', language: 'fr', title: 'Café' };
const decision = { id: named.id, subject: 'Café', text: typed, reasons: typed, comments: 3 };

/** What each kind of mail may be about, so that all its sentences are said. */
const examples: { [Kind in MailKind]: MailData<Kind>[] } = {
  'sign-in-code': [{ code: '123456', minutes: 10 }],
  invitation: [
    { token: 't', role: 'officer' },
    { token: 't', role: 'editor' },
  ],
  'affiliation-confirmed': [{ city: 'Oslo' }],
  'affiliation-refused': [{ city: 'Oslo' }],
  'submission-receipt': [
    { ...named, isAgain: false },
    { ...named, isAgain: true },
  ],
  'submission-arrived': [
    { ...named, isAgain: false },
    { ...named, isAgain: true },
  ],
  'submission-shared': [
    { id: named.id, title: '', by: 'Ana' },
    { id: named.id, title: 'Café', by: 'Ana' },
  ],
  'opinion-asked': [{ token: 't', title: 'Café', by: 'Ana', question: typed, until: since }],
  'opinion-given': [{ ...named, name: 'Nora' }],
  'adoption-stated': [{ title: 'Café' }],
  'adoption-confirmed': [adoption],
  'adoption-refused': [{ ...adoption, because: typed }],
  'confirmation-asked': [
    { ...asked, isAgain: false },
    { ...asked, isAgain: true },
  ],
  'submission-decision': [
    { ...decision, verb: 'decline' },
    { ...decision, verb: 'publish', slug: 'cafe' },
  ],
  'submission-appealed': [{ ...named, words: typed }],
  'submission-taken-back': [named],
  'publication-stopped': [
    { ...named, why: 'overtaken' },
    { ...named, why: 'incomplete' },
    { ...named, why: 'failed' },
  ],
  'revision-published': [{ title: 'Café', slug: 'cafe' }],
  'translation-offered': [{ ...translation, who: 'Nora' }],
  'translation-decided': [
    { ...translation, verb: 'approve', because: '' },
    { ...translation, verb: 'return', because: typed },
    { ...translation, verb: 'withdraw', because: typed },
  ],
  'translation-outdated': [translation],
  digest: [{ lines: [{ subject: 'Café', path: '/en' }] }],
};

/** The texts of the elements of a mail, which are paragraphs and links. */
function wordsOf(html: string, locale: string): Words[] {
  return [...html.matchAll(/<(\w+)([^>]*)>([^<]+)/g)].map(([, tag = '', attributes = '', text = '']) => ({
    ...{ text: text.replaceAll(/\s+/g, ' ').trim(), direction: directionOf(locale), whole: true, place: tag },
    language: attributes.includes('dir="auto"') ? null : locale,
  }));
}

const isKind = (name: string): name is MailKind => Object.hasOwn(mailKinds, name);

describe.each(locales)('mails in %s', (locale) => {
  const writing = { t: translatorOf(locale), locale };
  const mailsOf = <Kind extends MailKind>(kind: Kind) =>
    examples[kind].map((data) => setLetter(mailKinds[kind](writing, data), locale, '/unsubscribe'));

  test.each(Object.keys(examples).filter(isKind))('%s', (kind) => {
    for (const { subject, text, html } of mailsOf(kind)) {
      const [, language = '', direction = ''] = /<html lang="(\w+)" dir="(\w+)">/.exec(html) ?? [];
      const lines = text.split('\n').filter((line) => line !== typed && !line.startsWith('https://'));
      const written = [subject, ...lines].map((line) => ({
        ...{ text: line.trim(), language: locale, direction, whole: true, place: 'text' },
      }));
      const words = [...wordsOf(html, locale), ...written].filter((one) => one.text !== '');
      expect(words.length).toBeGreaterThan(8);
      const page = { language, direction, isFeed: false, aboutLanguage: null, dataLanguages: [], words };
      expect(judgePage(page, locale)).toEqual([]);
    }
  });
});
