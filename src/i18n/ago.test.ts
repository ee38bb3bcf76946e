import { expect, test } from 'vitest';
import { formatAgo } from '#i18n/ago';
import type { Locale } from '#i18n/locales';

const now = new Date('2026-11-25T12:00:00Z');
const ago = (seconds: number, locale: Locale = 'en') =>
  formatAgo(new Date(now.getTime() - seconds * 1_000), now, locale);

test('in the largest unit that fits, rounded down', () => {
  expect([0, 59, 60, 3_599, 3_600, 86_400 * 3.9, 86_400 * 400].map((seconds) => ago(seconds))).toEqual([
    'a moment ago',
    'a moment ago',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    '3 days ago',
    '1 year ago',
  ]);
});

test('in the reader’s language, and never in the future', () => {
  expect(ago(7_200, 'fr')).toBe('il y a 2 heures');
  expect(ago(7_200, 'sq')).toBe('2 orë më parë');
  expect(ago(-5)).toBe('a moment ago');
});
