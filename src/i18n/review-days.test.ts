import { expect, test } from 'vitest';
import { dueText, sinceText } from '#i18n/review-days';

const now = new Date('2026-11-25T23:30:00Z');

test('a day that was promised is late from the day after', () => {
  const due = (day: string) => dueText(new Date(day), now, 'en');
  expect(due('2026-11-25')).toEqual({ text: 'today', isLate: false });
  expect(due('2026-11-26')).toEqual({ text: 'tomorrow', isLate: false });
  expect(due('2026-11-30').text).toBe('in 5 days');
  expect(due('2026-11-24')).toEqual({ text: '1 day late', isLate: true });
  expect(due('2026-11-23').text).toBe('2 days late');
});

test('how long something waits is told in whole days', () => {
  expect(sinceText(new Date('2026-11-25T00:30:00Z'), now, 'en')).toBe('less than a day');
  expect(sinceText(new Date('2026-11-22T22:00:00Z'), now, 'en')).toBe('3 days');
  expect(sinceText(new Date('2026-11-26T00:00:00Z'), now, 'fr')).toBe('moins d’un jour');
});
