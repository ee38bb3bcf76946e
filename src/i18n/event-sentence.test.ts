import { describe, expect, test } from 'vitest';
import { otherSubmissionEvents, practiceEventKinds, type SubmissionEventKind } from '#domain/event-kinds';
import { moveEvents } from '#domain/lifecycle';
import { criteria } from '#domain/review-criteria';
import { type Doer, type EventFacts, groupByDay, type ToldEvent } from '#domain/told-event';
import { doerRole, eventSentence } from '#i18n/event-sentence';
import { type Locale, locales } from '#i18n/locales';

const at = new Date('2026-11-25T08:30:00Z');
const ana: Doer = { id: 'editor0001', as: 'editor', name: 'Ana Editor' };
const mira: Doer = { id: 'officer001', as: 'author', name: 'Mira Officer' };
const site: Doer = { id: 'site', as: 'site', name: null };
const kinds: readonly SubmissionEventKind[] = [...new Set([...moveEvents, ...otherSubmissionEvents])];

const whole: EventFacts = {
  ...{ number: 2, version: 3, person: 'Ben', askedBy: 'Ana', opinion: 'advise_against', city: 'Bergen' },
  places: { before: ['Cork'], after: ['Cork', 'Bergen'] },
  dueOn: { before: at, after: at },
  checks: criteria.map((criterion) => ({ criterion, before: 'partly', after: 'met' })),
  ...{ publishAt: at, about: ['', 'title', 'files'], comments: 3, stopped: 'overtaken' },
};

const tell = (
  kind: SubmissionEventKind,
  { by = ana, facts = {}, count = 1, locale = 'en' }: Partial<ToldEvent> & { locale?: Locale } = {},
) => eventSentence({ source: 'submission', kind, at, by, facts, count }, locale);

/** Every sentence that there is in a language, with all facts and with none. */
function tellAll(locale: Locale, by: Doer): string[] {
  const events: ToldEvent[] = [whole, {}].flatMap((facts) => [
    ...kinds.map((kind): ToldEvent => ({ source: 'submission', kind, at, by, facts, count: 2 })),
    ...practiceEventKinds.map((kind): ToldEvent => ({ source: 'practice', kind, at, by, facts, count: 1 })),
  ]);
  return events.map((event) => eventSentence(event, locale));
}

describe.each(locales)('in %s', (locale) => {
  test('every kind has a sentence, whatever is known of it', () => {
    for (const sentence of tellAll(locale, ana)) {
      expect(sentence).toMatch(/^\S.*\S$/);
      // Albanian ends a time of the morning with "p.d.".
      expect(sentence.replace(/p\.d\.$/, '')).not.toMatch(/[{}#]|undefined|null|story\.|[.!]$/);
    }
  });

  test('who is not named is not named anywhere', () => {
    for (const sentence of tellAll(locale, { ...ana, name: null }))
      expect(sentence).not.toContain('Ana Editor');
  });
});

test.each([
  ['sent', { by: mira }, 'Mira Officer sent it'],
  ['sent', { by: mira, facts: { number: 2 } }, 'Mira Officer sent it a second time'],
  ['sent', { by: mira, facts: { number: 3 } }, 'Mira Officer sent it for the 3rd time'],
  ['changes-requested', { facts: { comments: 3 } }, 'Ana Editor asked for changes: 3 comments'],
  ['changes-requested', {}, 'Ana Editor asked for changes'],
  ['published', { by: site, facts: { version: 2 } }, 'The site published it as planned, as version 2'],
  ['published', { facts: { version: 2 } }, 'Ana Editor published it as version 2'],
  [
    'places-set',
    { facts: { places: { before: ['Cork'], after: ['Cork', 'Bergen'] } } },
    'Ana Editor changed the places from Cork to Cork and Bergen',
  ],
  ['places-set', { facts: { places: { before: [], after: ['Cork'] } } }, 'Ana Editor set the places: Cork'],
  [
    'due-set',
    { facts: { dueOn: { before: null, after: at } } },
    'Ana Editor set the day of the answer to 25 November 2026',
  ],
  ['claimed', { facts: { person: 'Ben Editor' } }, 'Ana Editor took it over from Ben Editor'],
  [
    'commented',
    { count: 2, facts: { about: ['title', ''] } },
    'Ana Editor wrote 2 comments: Title and The example as a whole',
  ],
  [
    'checked',
    { facts: { checks: [{ criterion: 'plain', before: 'not', after: 'met' }] } },
    'Ana Editor judged it: “Plain words”: Met, before that: Not met',
  ],
  [
    'checked',
    { facts: { checks: [{ criterion: 'plain', before: 'met', after: 'met' }] } },
    'Ana Editor wrote a note on what we look for',
  ],
  [
    'reconsidered',
    { by: site, facts: { stopped: 'incomplete' } },
    'It could not be published as planned: something was missing',
  ],
  [
    'opinion-given',
    {
      by: { id: 'outside', as: 'outside', name: 'Eva Expert' },
      facts: { askedBy: 'Ana Editor', opinion: 'advise_against' },
    },
    'Eva Expert, asked by Ana Editor, advised against it',
  ],
] as const)('%s says %j', (kind, event, sentence) => {
  expect(tell(kind, event)).toBe(sentence);
});

test('the role stands beside a name, and not beside the site or who is not named', () => {
  expect([ana, mira].map((doer) => doerRole(doer, 'en'))).toEqual(['editor', 'author']);
  expect([site, { ...ana, name: null }].map((doer) => doerRole(doer, 'en'))).toEqual([null, null]);
});

test('the story is told by days, and what one person did many times in a row stands there once', () => {
  const event = (kind: SubmissionEventKind, time: string, by = ana, facts: EventFacts = {}): ToldEvent => ({
    ...{ source: 'submission', kind, at: new Date(time), by, facts, count: 1 },
  });
  const days = groupByDay([
    event('sent', '2026-11-24T23:59:59.999Z', mira),
    event('commented', '2026-11-25T00:00:00Z', ana, { about: ['title'] }),
    event('commented', '2026-11-25T00:01:00Z', ana, { about: ['title'] }),
    event('commented', '2026-11-25T00:02:00Z', ana, { about: ['purpose'] }),
    event('commented', '2026-11-25T00:03:00Z', { ...ana, id: 'editor0002' }),
    event('due-set', '2026-11-25T00:04:00Z'),
    event('due-set', '2026-11-25T00:05:00Z'),
    event('commented', '2026-11-26T00:00:00Z'),
  ]);
  expect(days.map(({ day }) => day.toISOString().slice(0, 10))).toEqual([
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
  ]);
  expect(days.map(({ events }) => events.map(({ kind, count }) => `${kind} ${count}`))).toEqual([
    ['sent 1'],
    ['commented 3', 'commented 1', 'due-set 1', 'due-set 1'],
    ['commented 1'],
  ]);
  expect(days[1]?.events[0]?.facts.about).toEqual(['title', 'purpose']);
});
